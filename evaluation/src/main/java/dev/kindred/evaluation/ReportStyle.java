package dev.kindred.evaluation;

/** The head of a page: how it looks on a phone and on a desk, by day and by night. */
final class ReportStyle {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1c1b19;--paper:#fbfaf7;--soft:#6b675f;--line:#dedad1;
      --card:#fff;--gain:#1d7a5a;--loss:#b4472f}
      @media(prefers-color-scheme:dark){:root{--ink:#ecebe6;--paper:#161614;--soft:#a5a299;
      --line:#37352f;--card:#1f1f1c;--gain:#4fb68f;--loss:#e08066}}
      *{box-sizing:border-box}
      body{margin:0;background:var(--paper);color:var(--ink);
      font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
      main{max-width:64rem;margin:0 auto;padding:1.5rem 1rem 4rem}
      h1{font-size:1.7rem;line-height:1.2;margin:0 0 .25rem}
      h2{font-size:1.25rem;margin:2.5rem 0 .25rem}
      h3{font-size:1rem;margin:1rem 0 .25rem}
      .lead,.note,small,summary span{color:var(--soft)}
      .note{font-size:.875rem}
      .wide{overflow-x:auto;margin:1.25rem 0 .5rem}
      table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;white-space:nowrap}
      th,td{text-align:right;padding:.35rem .6rem;border-bottom:1px solid var(--line)}
      th:first-child{text-align:left;padding-left:0}
      thead th{font-weight:500;color:var(--soft)}
      svg{display:block;width:100%;max-width:36rem;height:auto;font-size:12px}
      svg text{fill:var(--ink);text-anchor:end}
      svg .tick{text-anchor:middle;fill:var(--soft)}
      .grid{stroke:var(--line)}.axis{stroke:var(--soft)}
      .gain{fill:var(--gain)}.loss{fill:var(--loss)}
      details{background:var(--card);border:1px solid var(--line);border-radius:8px;
      margin:.5rem 0;padding:.6rem .9rem}
      summary{cursor:pointer}
      ol,ul{padding-left:1.5rem;margin:.5rem 0}
      ul{list-style:none;padding-left:0}
      li{margin:.15rem 0}
      i{font-style:normal;display:inline-block;min-width:1.4em;text-align:center;border-radius:4px;
      background:var(--line);font-weight:600;font-variant-numeric:tabular-nums}
      .g2,.g3{background:var(--gain);color:var(--card)}
      .g0{background:var(--loss);color:var(--card)}
      """;

  private ReportStyle() {}

  /** Everything up to the page's own content. */
  static String head(String title) {
    return "<!doctype html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n"
        + "<meta name=viewport content=\"width=device-width,initial-scale=1\">\n"
        + "<meta http-equiv=Content-Security-Policy"
        + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>"
        + SearchReport.text(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n<main>\n";
  }
}
