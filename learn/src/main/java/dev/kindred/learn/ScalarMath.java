package dev.kindred.learn;

/** What {@link VectorMath} computes, in plain loops and double sums: the yardstick of its tests. */
final class ScalarMath {
  private ScalarMath() {}

  static double dot(float[] a, int aOffset, float[] b, int bOffset, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (double) a[aOffset + i] * b[bOffset + i];
    }
    return sum;
  }
}
