package dev.kindred.learn;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues, descending, and eigenvectors of a symmetric matrix.
 *
 * <p>Householder reflections to tridiagonal form, then QL steps with implicit shifts (Golub and Van
 * Loan, "Matrix Computations", chapter 8).
 *
 * @param values descending
 * @param vectors row i is the eigenvector of length 1 of value i
 */
record SymmetricEigen(double[] values, double[][] vectors) {
  private static final int MOST_STEPS = 100;
  private static final double EPSILON = Math.ulp(1.0);

  /** Decomposes the n by n matrix; only its lower triangle is read. */
  static SymmetricEigen of(float[] matrix, int n) {
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = matrix[i * n + j];
        a[j][i] = a[i][j];
      }
    }
    double[] diagonal = new double[n];
    double[] off = new double[n];
    double[][] rows = tridiagonal(a, diagonal, off);
    double negligible = EPSILON * largest(diagonal, off);
    for (int l = 0; l < n; l++) {
      isolate(l, diagonal, off, rows, negligible);
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -diagonal[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    double[][] vectors = new double[n][];
    for (int i = 0; i < n; i++) {
      values[i] = diagonal[order[i]];
      vectors[i] = rows[order[i]];
    }
    return new SymmetricEigen(values, vectors);
  }

  /* Leaves the tridiagonal form in diagonal and off (off[i] joins i and i + 1); gives Q transposed. */
  private static double[][] tridiagonal(double[][] a, double[] diagonal, double[] off) {
    int n = diagonal.length;
    double nothing = EPSILON * EPSILON * largest(a);
    double[][] reflectors = new double[n][];
    for (int k = 0; k < n - 2; k++) {
      double[] v = new double[n];
      double length = 0;
      for (int i = k + 1; i < n; i++) {
        v[i] = a[k][i];
        length = Math.hypot(length, v[i]);
      }
      diagonal[k] = a[k][k];
      if (length <= nothing) {
        // Rounding of rounding: its square could be too small for a number.
        continue;
      }
      off[k] = v[k + 1] > 0 ? -length : length;
      v[k + 1] -= off[k];
      double scale = Math.sqrt(2 / dot(v, v, k + 1));
      for (int i = k + 1; i < n; i++) {
        v[i] *= scale;
      }
      reflect(a, v, k + 1);
      reflectors[k] = v;
    }
    for (int i = Math.max(0, n - 2); i < n; i++) {
      diagonal[i] = a[i][i];
      off[i] = i + 1 < n ? a[i][i + 1] : 0;
    }
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      rows[i][i] = 1;
    }
    for (int k = n - 3; k >= 0; k--) {
      double[] v = reflectors[k];
      for (int i = k + 1; v != null && i < n; i++) {
        add(-dot(rows[i], v, k + 1), v, rows[i], k + 1);
      }
    }
    return rows;
  }

  /* a := H a H with H = I - vv' on the rows and columns from "from" on. */
  private static void reflect(double[][] a, double[] v, int from) {
    int n = v.length;
    double[] w = new double[n];
    for (int i = from; i < n; i++) {
      w[i] = dot(a[i], v, from);
    }
    add(-dot(w, v, from) / 2, v, w, from);
    for (int i = from; i < n; i++) {
      add(-v[i], w, a[i], from);
      add(-w[i], v, a[i], from);
    }
  }

  private static double largest(double[][] matrix) {
    double largest = 0;
    for (double[] row : matrix) {
      for (double x : row) {
        largest = Math.max(largest, Math.abs(x));
      }
    }
    return largest;
  }

  private static double largest(double[] diagonal, double[] off) {
    double largest = 0;
    for (int i = 0; i < diagonal.length; i++) {
      largest = Math.max(largest, Math.abs(diagonal[i]) + Math.abs(off[i]));
    }
    return largest;
  }

  /*
   * QL steps until off[l] is negligible against the whole matrix: diagonal[l] is an eigenvalue then,
   * to the precision that there is. Against its neighbours alone it need never be where the matrix
   * has little rank and they are nothing but rounding.
   */
  private static void isolate(
      int l, double[] diagonal, double[] off, double[][] rows, double negligible) {
    int n = diagonal.length;
    for (int step = 0; ; step++) {
      int m = l;
      while (m < n - 1 && Math.abs(off[m]) > negligible) {
        m++;
      }
      if (m == l) {
        return;
      }
      if (step == MOST_STEPS) {
        throw new ArithmeticException("no eigenvalue found in " + MOST_STEPS + " steps");
      }
      double half = (diagonal[l + 1] - diagonal[l]) / (2 * off[l]);
      double g =
          diagonal[m] - diagonal[l] + off[l] / (half + Math.copySign(Math.hypot(half, 1), half));
      double sine = 1;
      double cosine = 1;
      double p = 0;
      int i = m - 1;
      for (; i >= l; i--) {
        double f = sine * off[i];
        double b = cosine * off[i];
        double r = Math.hypot(f, g);
        off[i + 1] = r;
        if (r == 0) {
          diagonal[i + 1] -= p;
          off[m] = 0;
          break;
        }
        sine = f / r;
        cosine = g / r;
        g = diagonal[i + 1] - p;
        r = (diagonal[i] - g) * sine + 2 * cosine * b;
        p = sine * r;
        diagonal[i + 1] = g + p;
        g = cosine * r - b;
        rotate(rows[i], rows[i + 1], sine, cosine);
      }
      if (i < l) {
        diagonal[l] -= p;
        off[l] = g;
        off[m] = 0;
      }
    }
  }

  private static void rotate(double[] lower, double[] upper, double sine, double cosine) {
    for (int j = 0; j < lower.length; j++) {
      double f = upper[j];
      upper[j] = sine * lower[j] + cosine * f;
      lower[j] = cosine * lower[j] - sine * f;
    }
  }

  private static double dot(double[] a, double[] b, int from) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i < a.length - 3; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + s2 + s3;
  }

  private static void add(double scale, double[] x, double[] y, int from) {
    for (int i = from; i < x.length; i++) {
      y[i] += scale * x[i];
    }
  }
}
