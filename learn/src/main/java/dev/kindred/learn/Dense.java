package dev.kindred.learn;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of dense matrices held row by row in float arrays: on all cores, with sums in the same
 * order on every run.
 */
final class Dense {
  /*
   * Both products work on tiles of 4 rows by 4 SIMD vectors of the result, held in registers while
   * the inner dimension runs: 16 multiply-adds for 8 loads. Columns beyond the last whole tile are
   * padded with zeros, so that there is one kernel and no remainder loop.
   */
  private static final VectorSpecies<Float> SPECIES = VectorMath.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int TILE = 4 * LANES;
  private static final int ROWS_AT_ONCE = 128;
  private static final int PARTS = 8;

  private Dense() {}

  /** The Gram matrix X'X of n rows of k numbers, full and symmetric. */
  static float[] gram(float[] x, int n, int k) {
    int padded = padded(k);
    int rowsOfPart = (n + PARTS - 1) / PARTS;
    float[][] parts =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(part ->
                gramOfRows(
                    x, Math.min(n, part * rowsOfPart), Math.min(n, (part + 1) * rowsOfPart), k))
            .toArray(float[][]::new);
    float[] gram = new float[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        // The tile of row i holds the columns from the start of its vector tile on.
        float sum = 0;
        for (float[] part : parts) {
          sum += part[j * padded + i];
        }
        gram[i * k + j] = sum;
        gram[j * k + i] = sum;
      }
    }
    return gram;
  }

  /* The upper triangle (at least) of the Gram matrix of some rows, in rows of padded(k). */
  private static float[] gramOfRows(float[] x, int from, int to, int k) {
    int padded = padded(k);
    float[] sum = new float[padded * padded];
    float[] block = new float[ROWS_AT_ONCE * padded];
    for (int start = from; start < to; start += ROWS_AT_ONCE) {
      int rows = Math.min(ROWS_AT_ONCE, to - start);
      for (int r = 0; r < rows; r++) {
        System.arraycopy(x, (start + r) * k, block, r * padded, k);
      }
      for (int i = 0; i < k; i += 4) {
        for (int j = i / TILE * TILE; j < padded; j += TILE) {
          tile(block, i, padded, 1, block, j, padded, rows, sum, i * padded + j, padded);
        }
      }
    }
    return sum;
  }

  /** The product of X, n rows of k numbers, and R, k rows of m numbers. */
  static float[] times(float[] x, int n, int k, float[] r, int m) {
    int padded = padded(m);
    float[] right = new float[k * padded];
    for (int d = 0; d < k; d++) {
      System.arraycopy(r, d * m, right, d * padded, m);
    }
    float[] product = new float[n * m];
    Parallel.ranges(
        n,
        ROWS_AT_ONCE,
        (from, to) -> {
          int rows = (to - from + 3) / 4 * 4;
          float[] left = new float[rows * k];
          System.arraycopy(x, from * k, left, 0, (to - from) * k);
          float[] result = new float[rows * padded];
          for (int j = 0; j < padded; j += TILE) {
            for (int i = 0; i < rows; i += 4) {
              tile(left, i * k, 1, k, right, j, padded, k, result, i * padded + j, padded);
            }
          }
          for (int row = from; row < to; row++) {
            System.arraycopy(result, (row - from) * padded, product, row * m, m);
          }
        });
    return product;
  }

  /*
   * c[i][0..TILE) += sum over d of a[d][i] * b[d][0..TILE) for i from 0 to 3, where a's entry (d, i)
   * stands at aOffset + d * aStep + i * aRow.
   */
  private static void tile(
      float[] a,
      int aOffset,
      int aStep,
      int aRow,
      float[] b,
      int bOffset,
      int bStep,
      int depth,
      float[] c,
      int cOffset,
      int cRow) {
    FloatVector c00 = FloatVector.zero(SPECIES);
    FloatVector c01 = c00;
    FloatVector c02 = c00;
    FloatVector c03 = c00;
    FloatVector c10 = c00;
    FloatVector c11 = c00;
    FloatVector c12 = c00;
    FloatVector c13 = c00;
    FloatVector c20 = c00;
    FloatVector c21 = c00;
    FloatVector c22 = c00;
    FloatVector c23 = c00;
    FloatVector c30 = c00;
    FloatVector c31 = c00;
    FloatVector c32 = c00;
    FloatVector c33 = c00;
    for (int d = 0; d < depth; d++) {
      int p = bOffset + d * bStep;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, p);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, p + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, p + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, p + 3 * LANES);
      int q = aOffset + d * aStep;
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[q]);
      c00 = b0.fma(a0, c00);
      c01 = b1.fma(a0, c01);
      c02 = b2.fma(a0, c02);
      c03 = b3.fma(a0, c03);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[q + aRow]);
      c10 = b0.fma(a1, c10);
      c11 = b1.fma(a1, c11);
      c12 = b2.fma(a1, c12);
      c13 = b3.fma(a1, c13);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[q + 2 * aRow]);
      c20 = b0.fma(a2, c20);
      c21 = b1.fma(a2, c21);
      c22 = b2.fma(a2, c22);
      c23 = b3.fma(a2, c23);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[q + 3 * aRow]);
      c30 = b0.fma(a3, c30);
      c31 = b1.fma(a3, c31);
      c32 = b2.fma(a3, c32);
      c33 = b3.fma(a3, c33);
    }
    addRow(c, cOffset, c00, c01, c02, c03);
    addRow(c, cOffset + cRow, c10, c11, c12, c13);
    addRow(c, cOffset + 2 * cRow, c20, c21, c22, c23);
    addRow(c, cOffset + 3 * cRow, c30, c31, c32, c33);
  }

  private static void addRow(
      float[] c, int offset, FloatVector v0, FloatVector v1, FloatVector v2, FloatVector v3) {
    add(c, offset, v0);
    add(c, offset + LANES, v1);
    add(c, offset + 2 * LANES, v2);
    add(c, offset + 3 * LANES, v3);
  }

  private static void add(float[] c, int offset, FloatVector v) {
    FloatVector.fromArray(SPECIES, c, offset).add(v).intoArray(c, offset);
  }

  private static int padded(int columns) {
    return (columns + TILE - 1) / TILE * TILE;
  }
}
