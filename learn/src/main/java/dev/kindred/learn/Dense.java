package dev.kindred.learn;

import java.util.stream.IntStream;

/** Products of dense matrices held row by row in float arrays; all cores, deterministic. */
final class Dense {
  private static final int ROWS_AT_ONCE = 512;
  private static final int PARTS = 8;

  private Dense() {}

  /** The Gram matrix X'X of n rows of k numbers, full and symmetric. */
  static float[] gram(float[] x, int n, int k) {
    int rowsOfPart = (n + PARTS - 1) / PARTS;
    float[][] parts =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(part ->
                gramOf(x, Math.min(n, part * rowsOfPart), Math.min(n, (part + 1) * rowsOfPart), k))
            .toArray(float[][]::new);
    float[] sum = parts[0];
    for (int part = 1; part < PARTS; part++) {
      VectorMath.axpy(1, parts[part], 0, sum, 0, sum.length);
    }
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        sum[i * k + j] = sum[j * k + i];
      }
    }
    return sum;
  }

  private static float[] gramOf(float[] x, int from, int to, int k) {
    float[] sum = new float[k * k];
    for (int row = from; row < to; row++) {
      for (int d = 0; d < k; d++) {
        VectorMath.axpy(x[row * k + d], x, row * k, sum, d * k, d + 1);
      }
    }
    return sum;
  }

  /** X R of n rows of k numbers by k rows of m numbers. */
  static float[] times(float[] x, int n, int k, float[] r, int m) {
    float[] product = new float[n * m];
    Parallel.ranges(
        n,
        ROWS_AT_ONCE,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            for (int d = 0; d < k; d++) {
              VectorMath.axpy(x[row * k + d], r, d * m, product, row * m, m);
            }
          }
        });
    return product;
  }
}
