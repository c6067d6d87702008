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
    float dot = rows.dot(number, factor);
    return cosine ? perLength(number, dot) : dot;
  }

  /**
   * Bounds for {@link #of} of all products, quickly.
   *
   * @param low by product number; NaN without a factor
   * @param high of the same length; products beyond it are left out
   */
  void bounds(float[] low, float[] high) {
    rows.bounds(factor, low, high);
    for (int number = 0; cosine && number < low.length; number++) {
      low[number] = perLength(number, low[number]);
      high[number] = perLength(number, high[number]);
    }
  }

  private float perLength(int number, float value) {
    float both = rows.length(number) * length;
    return both > 0 || Float.isNaN(both) ? value / both : 0;
  }
}
