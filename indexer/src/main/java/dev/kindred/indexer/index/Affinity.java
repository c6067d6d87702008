package dev.kindred.indexer.index;

import dev.kindred.learn.VectorMath;

/** How near products are to a factor: by inner product or by cosine. */
final class Affinity {
  private final FactorRows rows;
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
    this.rows = factors.rows();
    this.factor = factor;
    this.cosine = cosine;
    this.length = VectorMath.norm(factor, 0, factor.length);
  }

  /** Nearness of a product by its number; NaN if it has no factor. */
  float of(int number) {
    return cosine ? rows.cosine(number, factor, length) : rows.dot(number, factor);
  }

  /**
   * Bounds for {@link #of} of all products, quickly.
   *
   * @param low by product number; NaN without a factor
   * @param high of the same length; products beyond it are left out
   */
  void bounds(float[] low, float[] high) {
    if (cosine) {
      rows.cosineBounds(factor, low, high);
    } else {
      rows.bounds(factor, low, high);
    }
  }
}
