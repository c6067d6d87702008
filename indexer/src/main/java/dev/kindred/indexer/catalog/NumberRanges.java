package dev.kindred.indexer.catalog;

import java.util.List;

/**
 * Ranges that lie side by side: below the first edge, from each edge to below the next, and from
 * the last one up.
 *
 * @param edges ascending, at most 100; none to have up to five ranges of about equally many matches
 *     chosen, with round edges
 */
public record NumberRanges(List<Double> edges) {
  /** Round edges that fit the matches. */
  public static final NumberRanges FITTING = new NumberRanges(List.of());

  private static final int MOST = 100;

  public NumberRanges {
    edges = List.copyOf(edges);
    if (edges.size() > MOST) {
      throw new IllegalArgumentException("edges must be at most " + MOST + ", got " + edges.size());
    }
    for (int i = 0; i < edges.size(); i++) {
      if (!Double.isFinite(edges.get(i)) || (i > 0 && edges.get(i) <= edges.get(i - 1))) {
        throw new IllegalArgumentException("edges must be numbers that ascend, got " + edges);
      }
    }
  }
}
