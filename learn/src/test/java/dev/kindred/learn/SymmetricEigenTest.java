package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
  private static final int N = 96;

  @Test
  void valuesAndVectorsMakeUpTheMatrix() {
    for (long seed = 1; seed <= 5; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      check(product(random, N, N), "full rank, seed " + seed);
    }
  }

  @Test
  void aMatrixOfLittleRankHasItsEigenvaluesToo() {
    for (int rank = 0; rank <= 6; rank++) {
      for (long seed = 1; seed <= 20; seed++) {
        SplittableRandom random = new SplittableRandom(seed);
        SymmetricEigen eigen = check(product(random, N, rank), "rank " + rank + ", seed " + seed);
        for (int i = rank; i < N; i++) {
          assertEquals(0, eigen.values()[i], 1e-4);
        }
      }
    }
  }

  @Test
  void equalRowsAreOneDirection() {
    float[] same = new float[N * N];
    Arrays.fill(same, 0.25f);
    SymmetricEigen eigen = check(same, "all the same");
    assertEquals(0.25 * N, eigen.values()[0], 1e-9);
    float[] halves = new float[N * N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        halves[i * N + j] = i / (N / 2) == j / (N / 2) ? 1e-6f : 0;
      }
    }
    check(halves, "two equal groups");
  }

  /** A matrix A A' of some rank. */
  private static float[] product(SplittableRandom random, int n, int rank) {
    double[][] a = new double[n][rank];
    for (double[] row : a) {
      for (int k = 0; k < rank; k++) {
        row[k] = random.nextDouble() - 0.5;
      }
    }
    float[] matrix = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < rank; k++) {
          matrix[i * n + j] += (float) (a[i][k] * a[j][k]);
        }
      }
    }
    return matrix;
  }

  private static SymmetricEigen check(float[] matrix, String which) {
    SymmetricEigen eigen = SymmetricEigen.of(matrix, N);
    double norm = 0;
    for (float x : matrix) {
      norm += (double) x * x;
    }
    double tolerance = 1e-6 * Math.sqrt(norm) + 1e-12;
    for (int i = 0; i < N; i++) {
      assertTrue(i == 0 || eigen.values()[i] <= eigen.values()[i - 1], which);
      for (int row = 0; row < N; row++) {
        double times = 0;
        for (int column = 0; column < N; column++) {
          times += matrix[row * N + column] * eigen.vectors()[i][column];
        }
        assertEquals(eigen.values()[i] * eigen.vectors()[i][row], times, tolerance, which);
      }
      double squared = 0;
      for (double x : eigen.vectors()[i]) {
        squared += x * x;
      }
      assertEquals(1, squared, 1e-9, which);
    }
    return eigen;
  }
}
