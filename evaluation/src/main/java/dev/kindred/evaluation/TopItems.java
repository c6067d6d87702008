package dev.kindred.evaluation;

/** The best items of a row of scores. */
final class TopItems {
  private TopItems() {}

  /**
   * The numbers of the {@code k} highest scores, best first, the lower number first among equals;
   * items with a score of negative infinity are left out.
   */
  static int[] of(float[] scores, int k) {
    int[] best = new int[k];
    int size = 0;
    for (int item = 0; item < scores.length; item++) {
      float score = scores[item];
      if (score == Float.NEGATIVE_INFINITY || (size == k && !(score > scores[best[k - 1]]))) {
        continue;
      }
      int place = size < k ? size++ : k - 1;
      while (place > 0 && score > scores[best[place - 1]]) {
        best[place] = best[place - 1];
        place--;
      }
      best[place] = item;
    }
    return size == k ? best : java.util.Arrays.copyOf(best, size);
  }
}
