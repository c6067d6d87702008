package dev.kindred.learn;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums over stretches of float arrays with SIMD instructions.
 *
 * <p>Each method reads {@code n} floats from its offsets on. Results differ from {@link ScalarMath}
 * by rounding only, and are the same on every call on the same machine.
 */
public final class VectorMath {
  /*
   * At most 16 lanes (512 bits) are expected. Four accumulators hide the latency of the fused multiply-add: a single one would make each
   * step wait for the one before.
   */
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  /* There are no vectors of fewer bytes. */
  private static final int FEWEST_BYTES = 8;
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(
          byte.class, VectorShape.forBitSize(Byte.SIZE * Math.max(FEWEST_BYTES, LANES)));
  private static final VectorShuffle<Float> DOWN_8 = down(8);
  private static final VectorShuffle<Float> DOWN_4 = down(4);
  private static final VectorShuffle<Float> DOWN_2 = down(2);
  private static final VectorShuffle<Float> DOWN_1 = down(1);

  private VectorMath() {}

  /** The dot product of {@code a[aOffset..aOffset+n)} and {@code b[bOffset..bOffset+n)}. */
  public static float dot(float[] a, int aOffset, float[] b, int bOffset, int n) {
    int i = 0;
    float sum = 0;
    if (n >= LANES) {
      FloatVector s0 = FloatVector.zero(SPECIES);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      for (; i <= n - 4 * LANES; i += 4 * LANES) {
        int p = aOffset + i;
        int q = bOffset + i;
        s0 = at(a, p).fma(at(b, q), s0);
        s1 = at(a, p + LANES).fma(at(b, q + LANES), s1);
        s2 = at(a, p + 2 * LANES).fma(at(b, q + 2 * LANES), s2);
        s3 = at(a, p + 3 * LANES).fma(at(b, q + 3 * LANES), s3);
      }
      for (; i <= n - LANES; i += LANES) {
        s0 = at(a, aOffset + i).fma(at(b, bOffset + i), s0);
      }
      sum = sumOfLanes(s0.add(s1).add(s2.add(s3)));
    }
    for (; i < n; i++) {
      sum += a[aOffset + i] * b[bOffset + i];
    }
    return sum;
  }

  /** The dot product of two arrays of the same length. */
  public static float dot(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "vectors must be equally long, got " + a.length + " and " + b.length);
    }
    return dot(a, 0, b, 0, a.length);
  }

  /**
   * The dot products of {@code rows} vectors of bytes with one of floats. The first numbers of all
   * vectors lie side by side, then all second ones, and so on, so that many are summed at a time.
   *
   * @param rows of {@code a}; {@code a} has {@code n * rows} bytes
   * @param b has {@code n} floats
   * @param sums to be overwritten: {@code rows} floats
   */
  public static void dots(byte[] a, int rows, float[] b, int n, float[] sums) {
    int row = 0;
    if (LANES >= FEWEST_BYTES) {
      for (; row <= rows - LANES; row += LANES) {
        dotsOfLanes(a, row, rows, b, n, sums);
      }
    }
    for (; row < rows; row++) {
      sums[row] = dotOfColumn(a, row, rows, b, n);
    }
  }

  private static void dotsOfLanes(byte[] a, int row, int rows, float[] b, int n, float[] sums) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int i = 0;
    for (int p = row; i <= n - 4; i += 4, p += 4 * rows) {
      s0 = floats(a, p).fma(broadcast(b[i]), s0);
      s1 = floats(a, p + rows).fma(broadcast(b[i + 1]), s1);
      s2 = floats(a, p + 2 * rows).fma(broadcast(b[i + 2]), s2);
      s3 = floats(a, p + 3 * rows).fma(broadcast(b[i + 3]), s3);
    }
    for (; i < n; i++) {
      s0 = floats(a, i * rows + row).fma(broadcast(b[i]), s0);
    }
    s0.add(s1).add(s2.add(s3)).intoArray(sums, row);
  }

  private static float dotOfColumn(byte[] a, int row, int rows, float[] b, int n) {
    float sum = 0;
    for (int i = 0; i < n; i++) {
      sum += a[i * rows + row] * b[i];
    }
    return sum;
  }

  /** Adds {@code scale * x} to {@code y}. */
  public static void axpy(float scale, float[] x, int xOffset, float[] y, int yOffset, int n) {
    int i = 0;
    FloatVector s = FloatVector.broadcast(SPECIES, scale);
    for (; i <= n - LANES; i += LANES) {
      at(x, xOffset + i).fma(s, at(y, yOffset + i)).intoArray(y, yOffset + i);
    }
    for (; i < n; i++) {
      y[yOffset + i] += scale * x[xOffset + i];
    }
  }

  /** Multiplies {@code x} by {@code factor} in place. */
  public static void scale(float factor, float[] x, int offset, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      at(x, offset + i).mul(factor).intoArray(x, offset + i);
    }
    for (; i < n; i++) {
      x[offset + i] *= factor;
    }
  }

  /** The Euclidean length. */
  public static float norm(float[] x, int offset, int n) {
    return (float) Math.sqrt(dot(x, offset, x, offset, n));
  }

  /** The cosine of the angle between two stretches; 0 where one of them has no length. */
  public static float cosine(float[] a, int aOffset, float[] b, int bOffset, int n) {
    double lengths = (double) norm(a, aOffset, n) * norm(b, bOffset, n);
    return lengths == 0 ? 0 : (float) (dot(a, aOffset, b, bOffset, n) / lengths);
  }

  /*
   * Halves the vector by adding its upper to its lower lanes. Unlike reduceLanes, whose order of
   * additions may change when the compiler steps in, this gives the same bits on every call.
   */
  private static float sumOfLanes(FloatVector v) {
    FloatVector sum = v;
    if (LANES >= 16) {
      sum = sum.add(sum.rearrange(DOWN_8));
    }
    if (LANES >= 8) {
      sum = sum.add(sum.rearrange(DOWN_4));
    }
    if (LANES >= 4) {
      sum = sum.add(sum.rearrange(DOWN_2));
    }
    if (LANES >= 2) {
      sum = sum.add(sum.rearrange(DOWN_1));
    }
    return sum.lane(0);
  }

  private static VectorShuffle<Float> down(int lanes) {
    return VectorShuffle.fromOp(SPECIES, i -> (i + lanes) % LANES);
  }

  private static FloatVector broadcast(float x) {
    return FloatVector.broadcast(SPECIES, x);
  }

  private static FloatVector floats(byte[] x, int offset) {
    return (FloatVector)
        ByteVector.fromArray(BYTES, x, offset).convertShape(VectorOperators.B2F, SPECIES, 0);
  }

  private static FloatVector at(float[] x, int offset) {
    return FloatVector.fromArray(SPECIES, x, offset);
  }
}
