package dev.kindred.learn;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The leading right singular vectors of a sparse matrix, by randomised subspace iteration (Halko,
 * Martinsson and Tropp, "Finding Structure with Randomness", 2011).
 *
 * @param vectors columns of the matrix by {@code values.length}, row by row; the columns of this
 *     are orthonormal
 * @param values the singular values, descending
 */
record Subspace(float[] vectors, double[] values) {
  private static final int OVERSAMPLING = 32;
  private static final double NEGLIGIBLE = 1e-9;
  /* Two products with A'A spread lengths by the fourth power of the spread of singular values. */
  private static final int PRODUCTS_TO_WHITENING = 2;

  /**
   * Finds the subspace.
   *
   * @param rows the matrix by rows
   * @param columns the same by columns
   * @param iterations products with A'A, 1 or more
   */
  static Subspace of(
      Sparse rows, Sparse columns, int factors, int iterations, long seed, ProgressListener heard) {
    int items = columns.size();
    int most = Math.min(rows.size(), items);
    int wide = Math.min(most, factors + OVERSAMPLING);
    int kept = Math.min(most, factors);
    float[] basis = random(items * wide, seed);
    for (int i = 0; i < iterations; i++) {
      heard.progress("subspace", i, iterations);
      basis = SparseTimes.product(columns, SparseTimes.product(rows, basis, wide), wide);
      boolean last = i == iterations - 1;
      if (last || i % PRODUCTS_TO_WHITENING == PRODUCTS_TO_WHITENING - 1) {
        basis = orthonormal(basis, items, wide);
      }
    }
    float[] people = SparseTimes.product(rows, basis, wide);
    SymmetricEigen ritz = SymmetricEigen.of(Dense.gram(people, rows.size(), wide), wide);
    double[] values = new double[kept];
    float[] rotation = new float[wide * kept];
    for (int j = 0; j < kept; j++) {
      values[j] = Math.sqrt(Math.max(0, ritz.values()[j]));
      for (int d = 0; d < wide; d++) {
        rotation[d * kept + j] = (float) ritz.vectors()[j][d];
      }
    }
    heard.progress("subspace", iterations, iterations);
    return new Subspace(Dense.times(basis, items, wide, rotation, kept), values);
  }

  /** Of these the vectors with the largest singular values. */
  Subspace first(int factors) {
    int kept = Math.min(factors, values.length);
    int items = values.length == 0 ? 0 : vectors.length / values.length;
    float[] some = new float[items * kept];
    for (int item = 0; item < items; item++) {
      System.arraycopy(vectors, item * values.length, some, item * kept, kept);
    }
    return new Subspace(some, Arrays.copyOf(values, kept));
  }

  private static float[] random(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] orthonormal(float[] x, int rows, int width) {
    SymmetricEigen eigen = SymmetricEigen.of(Dense.gram(x, rows, width), width);
    float[] rotation = new float[width * width];
    for (int j = 0; j < width; j++) {
      double value = eigen.values()[j];
      double scale = value > NEGLIGIBLE * eigen.values()[0] ? 1 / Math.sqrt(value) : 0;
      for (int d = 0; d < width; d++) {
        rotation[d * width + j] = (float) (scale * eigen.vectors()[j][d]);
      }
    }
    return Dense.times(x, rows, width, rotation, width);
  }
}
