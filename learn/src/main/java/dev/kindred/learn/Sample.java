package dev.kindred.learn;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Some of many, each as likely as the other: a shuffle that stops when enough are drawn. */
final class Sample {
  private Sample() {}

  /**
   * Draws without putting back.
   *
   * @param most how many; all of them, in random order, if there are no more
   */
  static int[] of(int[] many, int most, SplittableRandom random) {
    int[] drawn = many.clone();
    int size = Math.min(most, drawn.length);
    for (int i = 0; i < size; i++) {
      int j = i + random.nextInt(drawn.length - i);
      int other = drawn[i];
      drawn[i] = drawn[j];
      drawn[j] = other;
    }
    return Arrays.copyOf(drawn, size);
  }
}
