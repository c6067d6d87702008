package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.Fusion;

/** Mean, deviation and maximum of cosines, added one by one. */
final class SpreadSum {
  private double sum;
  private double squares;
  private int count;
  private float best;

  SpreadSum() {}

  void add(float cosine) {
    sum += cosine;
    squares += (double) cosine * cosine;
    count++;
    best(cosine);
  }

  /** Counts for the maximum only. */
  void best(float cosine) {
    best = Math.max(best, cosine);
  }

  /** All zero without cosines. */
  Fusion.Spread spread() {
    double mean = count > 0 ? sum / count : 0;
    double variance = count > 0 ? Math.max(0, squares / count - mean * mean) : 0;
    return new Fusion.Spread(mean, Math.sqrt(variance), best);
  }
}
