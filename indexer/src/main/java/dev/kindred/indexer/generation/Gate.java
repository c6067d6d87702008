package dev.kindred.indexer.generation;

import java.util.Locale;

/**
 * Decides whether a new generation may replace the serving one: not if it foretells significantly
 * worse what the panel did next.
 *
 * <p>Worse means that the mean of the paired differences in nDCG@20 lies more than two standard
 * errors below zero.
 */
final class Gate {
  private static final double STANDARD_ERRORS = 2;
  private static final int FEWEST_PEOPLE = 10;

  private Gate() {}

  /** The decision with its reason in words. */
  record Verdict(boolean passed, String words) {}

  static Verdict first(PanelEvaluation.Figures candidate) {
    return new Verdict(
        true,
        String.format(
            Locale.ROOT, "the first generation, nDCG@20 %.4f on the panel", candidate.ndcg()));
  }

  static Verdict compare(PanelEvaluation.Figures candidate, PanelEvaluation.Figures serving) {
    double[] a = candidate.ndcgs();
    double[] b = serving.ndcgs();
    if (a.length < FEWEST_PEOPLE) {
      return new Verdict(true, "too few people on the panel to compare (" + a.length + ")");
    }
    double mean = 0;
    for (int i = 0; i < a.length; i++) {
      mean += (a[i] - b[i]) / a.length;
    }
    double variance = 0;
    for (int i = 0; i < a.length; i++) {
      double deviation = a[i] - b[i] - mean;
      variance += deviation * deviation / (a.length - 1);
    }
    double error = Math.sqrt(variance / a.length);
    boolean passed = mean >= -STANDARD_ERRORS * error;
    String words =
        String.format(
            Locale.ROOT,
            "nDCG@20 %.4f against %.4f of the serving generation (difference %+.4f, standard error %.4f)",
            candidate.ndcg(),
            serving.ndcg(),
            mean,
            error);
    return new Verdict(passed, passed ? words : "held back: " + words);
  }
}
