package dev.kindred.learn;

import java.util.Arrays;

/**
 * Keeps the k best of items offered in ascending order, but for those excluded; ties to the first.
 */
final class TopItems {
  private final int[] excluded;
  private final int[] items;
  private final double[] scores;
  private int size;
  private int passed;

  /**
   * @param excluded ascending
   */
  TopItems(int k, int[] excluded) {
    this.excluded = excluded;
    this.items = new int[k];
    this.scores = new double[k];
  }

  void offer(int item, double score) {
    while (passed < excluded.length && excluded[passed] < item) {
      passed++;
    }
    boolean out = passed < excluded.length && excluded[passed] == item;
    if (out || (size == items.length && !(score > scores[size - 1]))) {
      return;
    }
    int at = size < items.length ? size++ : size - 1;
    for (; at > 0 && scores[at - 1] < score; at--) {
      scores[at] = scores[at - 1];
      items[at] = items[at - 1];
    }
    scores[at] = score;
    items[at] = item;
  }

  /** The best first. */
  int[] items() {
    return Arrays.copyOf(items, size);
  }
}
