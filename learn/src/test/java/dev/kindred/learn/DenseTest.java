package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DenseTest {
  private static final int[] WIDTHS = {1, 3, 16, 17, 63, 64, 65, 130};

  @Test
  void gramAndProductAgreeWithPlainLoops() {
    SplittableRandom random = new SplittableRandom(4);
    for (int k : WIDTHS) {
      int n = 1 + random.nextInt(400);
      int m = WIDTHS[random.nextInt(WIDTHS.length)];
      float[] x = VectorMathTest.floats(random, n * k);
      float[] r = VectorMathTest.floats(random, k * m);
      float[] gram = Dense.gram(x, n, k);
      float[] product = Dense.times(x, n, k, r, m);
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          double sum = 0;
          for (int row = 0; row < n; row++) {
            sum += (double) x[row * k + i] * x[row * k + j];
          }
          assertEquals(sum, gram[i * k + j], 1e-3, "gram of width " + k + " at " + i + ", " + j);
        }
      }
      for (int row = 0; row < n; row++) {
        for (int j = 0; j < m; j++) {
          double sum = 0;
          for (int d = 0; d < k; d++) {
            sum += (double) x[row * k + d] * r[d * m + j];
          }
          assertEquals(sum, product[row * m + j], 1e-3, n + " x " + k + " x " + m);
        }
      }
    }
  }

  @Test
  void eigenvectorsRebuildTheMatrix() {
    SplittableRandom random = new SplittableRandom(6);
    for (int n : new int[] {1, 2, 3, 10, 60}) {
      float[] x = VectorMathTest.floats(random, 5 * n);
      // Of rank 5 at most: most eigenvalues are 0.
      float[] matrix = Dense.gram(x, 5, n);
      SymmetricEigen eigen = SymmetricEigen.of(matrix, n);
      for (int i = 0; i < n; i++) {
        assertTrue(i == 0 || eigen.values()[i - 1] >= eigen.values()[i], "descending");
        for (int j = 0; j < n; j++) {
          double rebuilt = 0;
          double inner = 0;
          for (int d = 0; d < n; d++) {
            rebuilt += eigen.values()[d] * eigen.vectors()[d][i] * eigen.vectors()[d][j];
            inner += eigen.vectors()[i][d] * eigen.vectors()[j][d];
          }
          assertEquals(matrix[i * n + j], rebuilt, 1e-6, n + " wide at " + i + ", " + j);
          assertEquals(i == j ? 1 : 0, inner, 1e-10, "orthonormal");
        }
      }
    }
  }

  @Test
  void choleskySolvesWhatEliminationSolves() {
    SplittableRandom random = new SplittableRandom(8);
    int n = 9;
    float[] matrix = Dense.gram(VectorMathTest.floats(random, 30 * n), 30, n);
    float[] right = VectorMathTest.floats(random, n);
    double[][] left = new double[n][n];
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      b[i] = right[i];
      for (int j = 0; j < n; j++) {
        left[i][j] = matrix[i * n + j];
      }
    }
    Cholesky.factor(matrix, 0, n);
    Cholesky.solve(matrix, 0, n, right, 0);
    double[] expected = DenseSolve.solve(left, b);
    for (int i = 0; i < n; i++) {
      assertEquals(expected[i], right[i], 1e-4);
    }
    assertThrows(ArithmeticException.class, () -> Cholesky.factor(new float[4], 0, 2));
  }
}
