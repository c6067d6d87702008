package dev.kindred.evaluation;

import dev.kindred.evaluation.SearchComparison.Lead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A comparison as one HTML page that needs nothing from elsewhere: figures, gains and losses by
 * query as a chart, and the worst queries with what they showed and missed.
 *
 * <p>Queries and titles are other people's texts; all of them are escaped.
 */
public final class SearchReport {
  private static final int WORST = 20;
  private static final int MOST_BARS = 200;
  private static final double SAME = 5e-4;

  private final SearchComparison comparison;
  private final StringBuilder html = new StringBuilder(1 << 16);

  public SearchReport(SearchComparison comparison) {
    this.comparison = comparison;
  }

  /** The page. */
  public String html() {
    html.setLength(0);
    String last = comparison.last().label();
    html.append(ReportStyle.head("Search: " + last));
    html.append("<h1>Search, ").append(text(last)).append("</h1>\n<p class=lead>");
    html.append(comparison.of(comparison.last()).size()).append(" judged queries");
    comparison
        .facts()
        .forEach((name, value) ->
            html.append(" · ").append(text(name)).append(' ').append(text(String.valueOf(value))));
    html.append("</p>\n");
    figures();
    comparison.rival().ifPresent(this::gains);
    worst();
    html.append("</main>\n</body>\n</html>\n");
    return html.toString();
  }

  private void figures() {
    html.append("<div class=wide><table>\n<thead><tr><th>mode<th>nDCG@10<th>95 %<th>condensed");
    html.append("<th>judged@10<th>MRR@10<th>lead in nDCG<th>95 %<th>p</tr></thead>\n<tbody>\n");
    for (SearchSystem system : comparison.systems()) {
      var own =
          QueryFigures.json(comparison.of(system).stream().map(JudgedAnswer::figures).toList(), 10);
      html.append("<tr><th>").append(text(system.label()));
      cell(String.format(Locale.ROOT, "%.4f", QueryFigures.number(own, "ndcg@10")));
      cell(bounds((List<?>) own.getOrDefault("ndcg@10_95%", List.of())));
      cell(String.format(Locale.ROOT, "%.4f", QueryFigures.number(own, "condensed_ndcg@10")));
      cell(String.format(Locale.ROOT, "%.3f", QueryFigures.number(own, "judged@10")));
      cell(String.format(Locale.ROOT, "%.4f", QueryFigures.number(own, "mrr@10")));
      if (system == comparison.last()) {
        html.append("<td><td><td>");
      } else {
        Lead lead = comparison.lead(system, QueryFigures::ndcg);
        cell(signed(lead.difference()));
        cell(signed(lead.interval().low()) + " to " + signed(lead.interval().high()));
        cell(String.format(Locale.ROOT, "%.4f", lead.pValue()));
      }
      html.append("</tr>\n");
    }
    html.append("</tbody></table></div>\n<p class=note>Gain 2<sup>grade</sup> - 1, log2 discount;");
    html.append(" what nobody judged counts as 0, or is left out (condensed). Lead of ");
    html.append(text(comparison.last().label()));
    html.append(" over the mode of the line: bootstrap over queries, paired randomisation.</p>\n");
  }

  private static String bounds(List<?> bounds) {
    return bounds.size() == 2
        ? String.format(Locale.ROOT, "%.3f to %.3f", (Double) bounds.get(0), (Double) bounds.get(1))
        : "";
  }

  private void cell(String text) {
    html.append("<td>").append(text(text));
  }

  /** A query and by how much the last system is ahead of its rival. */
  private record Gain(String query, double ours, double theirs) {
    double difference() {
      return ours - theirs;
    }
  }

  private void gains(SearchSystem rival) {
    List<Gain> gains = new ArrayList<>();
    List<JudgedAnswer> ours = comparison.of(comparison.last());
    List<JudgedAnswer> theirs = comparison.of(rival);
    for (int i = 0; i < ours.size(); i++) {
      gains.add(
          new Gain(
              ours.get(i).query(), ours.get(i).figures().ndcg(), theirs.get(i).figures().ndcg()));
    }
    List<Gain> changed =
        gains.stream()
            .filter(g -> Math.abs(g.difference()) > SAME)
            .sorted(
                Comparator.comparingDouble(Gain::difference).reversed().thenComparing(Gain::query))
            .toList();
    long better = changed.stream().filter(g -> g.difference() > 0).count();
    html.append("<h2>Gains and losses</h2>\n<p>nDCG@10 of ");
    html.append(text(comparison.last().label())).append(" less that of ");
    html.append(text(rival.label())).append(": ").append(better).append(" queries better, ");
    html.append(changed.size() - better).append(" worse, ").append(gains.size() - changed.size());
    html.append(" the same.</p>\n");
    List<Gain> drawn = ends(changed);
    if (drawn.size() < changed.size()) {
      html.append("<p class=note>The ").append(MOST_BARS).append(" largest are drawn.</p>\n");
    }
    GainChart.draw(
        html,
        drawn.stream()
            .map(g -> new GainChart.Bar(g.query(), g.difference(), g.ours(), g.theirs()))
            .toList());
  }

  /** The first and the last of what is too much to draw. */
  private static List<Gain> ends(List<Gain> gains) {
    if (gains.size() <= MOST_BARS) {
      return gains;
    }
    List<Gain> ends = new ArrayList<>(gains.subList(0, MOST_BARS / 2));
    ends.addAll(gains.subList(gains.size() - MOST_BARS / 2, gains.size()));
    return ends;
  }

  private void worst() {
    html.append("<h2>Worst queries</h2>\n<p>Of ").append(text(comparison.last().label()));
    html.append(", by condensed nDCG, then by nDCG. Grades stand before the products; a dash");
    html.append(" was never judged.</p>\n");
    comparison.of(comparison.last()).stream()
        .sorted(
            Comparator.comparingDouble((JudgedAnswer a) -> a.figures().condensedNdcg())
                .thenComparingDouble(a -> a.figures().ndcg())
                .thenComparing(JudgedAnswer::query))
        .limit(WORST)
        .forEach(this::query);
  }

  private void query(JudgedAnswer answer) {
    QueryFigures figures = answer.figures();
    html.append("<details><summary><b>").append(text(answer.query())).append("</b> <span>");
    html.append(
        String.format(
            Locale.ROOT, "%.3f, condensed %.3f", figures.ndcg(), figures.condensedNdcg()));
    html.append("</span></summary>\n<ol>\n");
    answer.shown().forEach(shown -> product(shown, Optional.empty()));
    html.append("</ol>\n");
    if (answer.shown().isEmpty()) {
      html.append("<p>Nothing was found.</p>\n");
    }
    if (!answer.missing().isEmpty()) {
      html.append("<h3>Relevant and not among them</h3>\n<ul>\n");
      for (JudgedAnswer.Shown missing : answer.missing()) {
        product(missing, Optional.of(missing.rank() > 0 ? "place " + missing.rank() : "not found"));
      }
      html.append("</ul>\n");
    }
    html.append("</details>\n");
  }

  private void product(JudgedAnswer.Shown product, Optional<String> remark) {
    String grade = product.grade() == Metrics.UNJUDGED ? "–" : String.valueOf(product.grade());
    html.append("<li><i class=g").append(Math.min(3, product.grade())).append('>');
    html.append(grade).append("</i> ").append(text(product.title()));
    html.append(" <small>").append(text(product.id()));
    remark.ifPresent(r -> html.append(", ").append(text(r)));
    html.append("</small></li>\n");
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.4f", value);
  }

  /** A text that is shown as it is, whatever it contains. */
  static String text(String raw) {
    StringBuilder safe = new StringBuilder(raw.length() + 16);
    raw.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(isShown(c) ? c : '\uFFFD');
          }
        });
    return safe.toString();
  }

  /** Not control characters, halves of pairs, and what turns the direction of writing. */
  private static boolean isShown(int c) {
    boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return !turns
        && (c == '\t' || c == '\n' || !Character.isISOControl(c))
        && Character.getType(c) != Character.SURROGATE;
  }
}
