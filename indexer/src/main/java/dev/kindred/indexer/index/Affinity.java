package dev.kindred.indexer.index;

import dev.kindred.learn.VectorMath;

/** How near products are to a factor: by inner product or by cosine. */
final class Affinity {
  private final ServingFactors factors;
  private final float[] factor;
  private final float length;
  private final boolean cosine;

  /**
   * @throws IllegalArgumentException if the factor is not as long as this generation's
   */
  Affinity(ServingFactors factors, float[] factor, boolean cosine) {
    if (factors.dimension() != 0 && factor.length != factors.dimension()) {
      throw new IllegalArgumentException(
          "factor must have " + factors.dimension() + " numbers, got " + factor.length);
    }
    this.factors = factors;
    this.factor = factor;
    this.cosine = cosine;
    this.length = (float) Math.sqrt(VectorMath.dot(factor, 0, factor, 0, factor.length));
  }

  /** Nearness of a product by its number; NaN if it has no factor. */
  float of(int number) {
    float[] row = factors.row(number);
    if (row == null) {
      return Float.NaN;
    }
    return cosine ? factors.cosine(row, factor, length) : factors.dot(row, factor);
  }
}
