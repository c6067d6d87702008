package dev.kindred.indexer.index;

import java.util.Arrays;

/** Leaves of each group of variants only the one that comes first. */
final class Variants {
  private final int[] best;
  private final int[] sizes;

  private Variants(int[] best, int[] sizes) {
    this.best = best;
    this.sizes = sizes;
  }

  /**
   * @param groups of each match, from 0 up
   */
  static Variants of(int[] groups, MatchOrder order) {
    int count = Arrays.stream(groups).max().orElse(-1) + 1;
    int[] best = new int[count];
    int[] sizes = new int[count];
    for (int match = 0; match < groups.length; match++) {
      int group = groups[match];
      if (sizes[group]++ == 0 || order.compare(match, best[group]) < 0) {
        best[group] = match;
      }
    }
    int[] byMatch = new int[groups.length];
    for (int group = 0; group < count; group++) {
      byMatch[best[group]] = sizes[group];
    }
    Arrays.sort(best);
    return new Variants(best, Arrays.stream(best).map(match -> byMatch[match]).toArray());
  }

  /** The matches that stand for their groups, ascending. */
  int[] best() {
    return best;
  }

  /** How many products the group of the i-th of {@link #best} has. */
  int size(int i) {
    return sizes[i];
  }
}
