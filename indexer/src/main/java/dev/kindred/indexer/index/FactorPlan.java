package dev.kindred.indexer.index;

import dev.kindred.indexer.graph.VectorKind;

/**
 * Chooses between the exact scan of all that passes and the graph.
 *
 * <p>A scan's time grows with what passes, the graph's hardly; below some number the scan is faster
 * and it is always exact.
 *
 * @param smallestCatalogue products from which on a graph is made at all
 * @param smallestPassing products that must pass for the graph to be asked
 * @param passingPerCandidate products that must pass for each one the graph is asked for: a search
 *     for a large share of what passes walks most of the graph
 * @param mostWanted results up to which the graph is asked: the further down a list, the more of it
 *     the graph misses, because few edges lead to short factors
 */
record FactorPlan(
    int smallestCatalogue, int smallestPassing, int passingPerCandidate, int mostWanted) {
  /** From the measurement in {@code docs/adr/0003-factors-in-lucene.md}. */
  static final FactorPlan MEASURED = new FactorPlan(100_000, 80_000, 20, 20);

  /** Never a graph. */
  static final FactorPlan SCAN = new FactorPlan(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0);

  /* The search looks about as widely as it is asked for candidates: more of them find more. */
  private static final int FEWEST_CANDIDATES = 200;
  private static final int OVERSAMPLING = 2;

  /** Whether factors get a graph. */
  boolean makesGraph(int products, int dimension) {
    return products >= smallestCatalogue && dimension > 0 && dimension <= VectorKind.LONGEST;
  }

  /** Whether the graph is asked for the nearest of what passes. */
  boolean asksGraph(int passing, int wanted) {
    return wanted > 0
        && wanted <= mostWanted
        && passing >= smallestPassing
        && (long) candidates(wanted) * passingPerCandidate <= passing;
  }

  /** How many the graph is asked for, so that the wanted ones are among them. */
  int candidates(int wanted) {
    return Math.max(FEWEST_CANDIDATES, OVERSAMPLING * wanted);
  }
}
