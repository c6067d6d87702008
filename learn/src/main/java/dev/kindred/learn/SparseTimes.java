package dev.kindred.learn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The product of a scaled sparse matrix and a dense one, on all cores. */
final class SparseTimes {
  private static final VectorSpecies<Float> SPECIES = VectorMath.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int TILE = 8 * LANES;
  private static final int ROWS_AT_ONCE = 64;

  private SparseTimes() {}

  /** Row r of the result is the sum over its entries of value * dense[other]. */
  static float[] product(Sparse sparse, float[] dense, int width) {
    float[] product = new float[sparse.size() * width];
    Parallel.ranges(
        sparse.size(),
        ROWS_AT_ONCE,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            sum(sparse, row, dense, width, product, row * width);
          }
        });
    return product;
  }

  private static void sum(
      Sparse sparse, int row, float[] dense, int width, float[] out, int outOffset) {
    int from = sparse.starts()[row];
    int to = sparse.starts()[row + 1];
    int column = 0;
    for (; column <= width - TILE; column += TILE) {
      tile(sparse.others(), sparse.confidences(), from, to, dense, width, column, out, outOffset);
    }
    for (int at = from; at < to; at++) {
      VectorMath.axpy(
          sparse.confidences()[at],
          dense,
          sparse.others()[at] * width + column,
          out,
          outOffset + column,
          width - column);
    }
  }

  private static void tile(
      int[] others,
      float[] values,
      int from,
      int to,
      float[] dense,
      int width,
      int column,
      float[] out,
      int outOffset) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    for (int at = from; at < to; at++) {
      int p = others[at] * width + column;
      FloatVector value = FloatVector.broadcast(SPECIES, values[at]);
      s0 = FloatVector.fromArray(SPECIES, dense, p).fma(value, s0);
      s1 = FloatVector.fromArray(SPECIES, dense, p + LANES).fma(value, s1);
      s2 = FloatVector.fromArray(SPECIES, dense, p + 2 * LANES).fma(value, s2);
      s3 = FloatVector.fromArray(SPECIES, dense, p + 3 * LANES).fma(value, s3);
      s4 = FloatVector.fromArray(SPECIES, dense, p + 4 * LANES).fma(value, s4);
      s5 = FloatVector.fromArray(SPECIES, dense, p + 5 * LANES).fma(value, s5);
      s6 = FloatVector.fromArray(SPECIES, dense, p + 6 * LANES).fma(value, s6);
      s7 = FloatVector.fromArray(SPECIES, dense, p + 7 * LANES).fma(value, s7);
    }
    int o = outOffset + column;
    s0.intoArray(out, o);
    s1.intoArray(out, o + LANES);
    s2.intoArray(out, o + 2 * LANES);
    s3.intoArray(out, o + 3 * LANES);
    s4.intoArray(out, o + 4 * LANES);
    s5.intoArray(out, o + 5 * LANES);
    s6.intoArray(out, o + 6 * LANES);
    s7.intoArray(out, o + 7 * LANES);
  }
}
