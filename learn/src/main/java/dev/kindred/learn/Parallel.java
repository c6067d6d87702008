package dev.kindred.learn;

import java.util.stream.IntStream;

/**
 * Work on all cores whose result does not depend on how many there are: the pieces are fixed by the
 * amount of work, and each piece writes to its own place.
 */
final class Parallel {
  private Parallel() {}

  /** Works on rows {@code from} to below {@code to}. */
  @FunctionalInterface
  interface RangeTask {
    void run(int from, int to);
  }

  /** Splits 0..n into pieces of the given size and works on them on all cores. */
  static void ranges(int n, int piece, RangeTask task) {
    int pieces = (n + piece - 1) / piece;
    IntStream.range(0, pieces)
        .parallel()
        .forEach(i -> task.run(i * piece, Math.min(n, (i + 1) * piece)));
  }
}
