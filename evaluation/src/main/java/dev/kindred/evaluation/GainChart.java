package dev.kindred.evaluation;

import java.util.List;
import java.util.Locale;

/** Bars to the right for gains and to the left for losses, a line a query, as inline SVG. */
final class GainChart {
  private static final int ROW = 20;
  private static final int TOP = 22;
  private static final int WIDTH = 400;
  private static final int MIDDLE = 278;
  private static final int HALF = 106;
  private static final int LABEL = 164;
  private static final int MOST_LETTERS = 26;

  private GainChart() {}

  /** One query. */
  record Bar(String label, double difference, double ours, double theirs) {}

  static void draw(StringBuilder html, List<Bar> bars) {
    if (bars.isEmpty()) {
      return;
    }
    int height = TOP + ROW * bars.size() + 4;
    html.append("<svg role=img aria-label=\"Gains and losses by query\" viewBox=\"0 0 ");
    html.append(WIDTH).append(' ').append(height).append("\">\n");
    for (int tick = -2; tick <= 2; tick++) {
      int x = MIDDLE + tick * HALF / 2;
      html.append(
          String.format(
              Locale.ROOT,
              "<line class=%s x1=%d x2=%d y1=%d y2=%d /><text class=tick x=%d y=13>%+.1f</text>%n",
              tick == 0 ? "axis" : "grid",
              x,
              x,
              TOP - 4,
              height,
              x,
              tick / 2.0));
    }
    for (int row = 0; row < bars.size(); row++) {
      draw(html, bars.get(row), TOP + ROW * row);
    }
    html.append("</svg>\n");
  }

  private static void draw(StringBuilder html, Bar bar, int y) {
    double length = Math.min(1, Math.abs(bar.difference())) * HALF;
    html.append(
        String.format(
            Locale.ROOT,
            "<g><title>%s: %.3f, was %.3f</title><text x=%d y=%d>%s</text>"
                + "<rect class=%s x=%.1f y=%d width=%.1f height=%d rx=2 /></g>%n",
            SearchReport.text(bar.label()),
            bar.ours(),
            bar.theirs(),
            LABEL,
            y + 14,
            SearchReport.text(shortened(bar.label())),
            bar.difference() > 0 ? "gain" : "loss",
            bar.difference() > 0 ? MIDDLE : MIDDLE - length,
            y + 3,
            length,
            ROW - 6));
  }

  private static String shortened(String label) {
    int length = label.codePointCount(0, label.length());
    return length <= MOST_LETTERS
        ? label
        : label.substring(0, label.offsetByCodePoints(0, MOST_LETTERS - 1)) + "…";
  }
}
