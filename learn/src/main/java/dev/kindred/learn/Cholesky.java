package dev.kindred.learn;

/** Solves symmetric positive definite systems in place; lower triangles, row by row. */
final class Cholesky {
  private Cholesky() {}

  /**
   * Replaces the lower triangle of the n by n matrix at the offset by L with LL' = A.
   *
   * @throws ArithmeticException when A is not positive definite
   */
  static void factor(float[] a, int offset, int n) {
    for (int i = 0; i < n; i++) {
      int row = offset + i * n;
      for (int j = 0; j < i; j++) {
        int other = offset + j * n;
        a[row + j] = (a[row + j] - VectorMath.dot(a, row, a, other, j)) / a[other + j];
      }
      float pivot = a[row + i] - VectorMath.dot(a, row, a, row, i);
      if (!(pivot > 0)) {
        throw new ArithmeticException("the matrix is not positive definite at row " + i);
      }
      a[row + i] = (float) Math.sqrt(pivot);
    }
  }

  /** Replaces b by the solution of LL'x = b. */
  static void solve(float[] a, int offset, int n, float[] b, int bOffset) {
    for (int i = 0; i < n; i++) {
      int row = offset + i * n;
      b[bOffset + i] = (b[bOffset + i] - VectorMath.dot(a, row, b, bOffset, i)) / a[row + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      int row = offset + i * n;
      float x = b[bOffset + i] / a[row + i];
      b[bOffset + i] = x;
      VectorMath.axpy(-x, a, row, b, bOffset, i);
    }
  }
}
