package dev.kindred.learn;

/**
 * What the numbers of a factor mean: first the directions of the latent space, then two weights.
 *
 * <p>An item's factor holds its weight as evidence about people (much-touched items say less) and
 * 0; a person's holds 0 and its weight as evidence about items. So both travel with the factors and
 * scores stay plain dot products. They are held so small that lengths and cosines hardly change.
 */
final class FactorLayout {
  /** How many numbers of a factor are no directions. */
  static final int EXTRA = 2;

  private static final float UNIT = 0x1p-20f;

  private FactorLayout() {}

  static int directions(int factors) {
    return factors - EXTRA;
  }

  static float itemWeight(float[] itemFactor) {
    return Math.max(0, itemFactor[itemFactor.length - EXTRA] / UNIT);
  }

  static void setItemWeight(float[] slab, int offset, int factors, double weight) {
    slab[offset + factors - EXTRA] = (float) weight * UNIT;
  }

  static float personWeight(float[] personFactor) {
    return Math.max(0, personFactor[personFactor.length - 1] / UNIT);
  }

  static void setPersonWeight(float[] personFactor, double weight) {
    personFactor[personFactor.length - 1] = (float) weight * UNIT;
  }
}
