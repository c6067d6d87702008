package dev.kindred.learn;

/**
 * How surprising it is that two things occur together: Dunning's G² of the two-by-two table
 * ("Accurate Methods for the Statistics of Surprise and Coincidence", 1993).
 */
final class LogLikelihoodRatio {
  private LogLikelihoodRatio() {}

  /**
   * Twice the log of the likelihood ratio, at least 0.
   *
   * @param both how often both occur
   * @param first how often the first occurs
   * @param second how often the second occurs
   * @param all how many trials there were
   */
  static double of(double both, double first, double second, double all) {
    double sum =
        term(both, first, second, all)
            + term(first - both, first, all - second, all)
            + term(second - both, all - first, second, all)
            + term(all - first - second + both, all - first, all - second, all);
    return Math.max(0, 2 * sum);
  }

  private static double term(double seen, double row, double column, double all) {
    return seen <= 0 ? 0 : seen * Math.log(seen * all / (row * column));
  }
}
