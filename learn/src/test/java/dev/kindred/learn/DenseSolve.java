package dev.kindred.learn;

/** Gaussian elimination with pivoting: slow and obvious. */
final class DenseSolve {
  private DenseSolve() {}

  static double[] solve(double[][] left, double[] right) {
    int n = right.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(left[row][column]) > Math.abs(left[pivot][column])) {
          pivot = row;
        }
      }
      double[] row = left[pivot];
      left[pivot] = left[column];
      left[column] = row;
      double value = right[pivot];
      right[pivot] = right[column];
      right[column] = value;
      for (int below = column + 1; below < n; below++) {
        double factor = left[below][column] / left[column][column];
        for (int c = column; c < n; c++) {
          left[below][c] -= factor * left[column][c];
        }
        right[below] -= factor * right[column];
      }
    }
    double[] x = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double sum = right[row];
      for (int c = row + 1; c < n; c++) {
        sum -= left[row][c] * x[c];
      }
      x[row] = sum / left[row][row];
    }
    return x;
  }
}
