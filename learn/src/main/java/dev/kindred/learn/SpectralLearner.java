package dev.kindred.learn;

import java.util.SplittableRandom;

/**
 * Randomised subspace iteration on {@code A'A}, where A is the interactions scaled by degrees
 * (Halko, Martinsson and Tropp, "Finding Structure with Randomness", 2011).
 */
record SpectralLearner(LearnerSettings.Spectral settings) implements Learner {
  private static final int OVERSAMPLING = 32;
  private static final double NEGLIGIBLE = 1e-9;

  @Override
  public FactorModel learn(Interactions interactions, ProgressListener progress) {
    int items = interactions.items();
    int most = Math.min(interactions.people(), items);
    int wide = Math.min(most, settings.factors() + OVERSAMPLING);
    int factors = Math.min(most, settings.factors());
    DegreeWeights weights =
        DegreeWeights.of(interactions, settings.personExponent(), settings.itemExponent());
    Sparse rows = weights.rows(interactions).positive();
    Sparse columns = weights.columns(interactions).positive();
    float[] basis = random(items * wide);
    for (int i = 0; i < settings.iterations(); i++) {
      progress.progress("subspace", i, settings.iterations());
      float[] people = SparseTimes.product(rows, basis, wide);
      basis = SparseTimes.product(columns, people, wide);
      basis = orthonormal(basis, items, wide);
    }
    float[] people = SparseTimes.product(rows, basis, wide);
    SymmetricEigen ritz = SymmetricEigen.of(Dense.gram(people, interactions.people(), wide), wide);
    float[] rotation = new float[wide * factors];
    for (int j = 0; j < factors; j++) {
      double value = Math.sqrt(Math.max(0, ritz.values()[j]));
      double gain = value == 0 ? 0 : Math.pow(value, settings.spectrumExponent() / 2);
      for (int d = 0; d < wide; d++) {
        rotation[d * factors + j] = (float) (gain * ritz.vectors()[j][d]);
      }
    }
    float[] vectors = Dense.times(basis, items, wide, rotation, factors);
    progress.progress("subspace", settings.iterations(), settings.iterations());
    float[] squares = new float[factors];
    for (int j = 0; j < factors; j++) {
      squares[j] = (float) Math.max(0, ritz.values()[j]);
    }
    return new FactorModel(
        settings,
        new SumFolder(factors + FactorLayout.EXTRA, settings.personExponent()),
        new SumItemFolder(squares, settings.itemExponent(), settings.popularityExponent()),
        slab(interactions, vectors, factors));
  }

  /* Target factor d^c v with the evidence weight d^(-b - c) behind it, d the sum of confidences. */
  private float[] slab(Interactions interactions, float[] vectors, int factors) {
    double[] popularity = DegreeWeights.powers(interactions.columns, settings.popularityExponent());
    double[] evidence =
        DegreeWeights.powers(
            interactions.columns, -settings.itemExponent() - settings.popularityExponent());
    int length = factors + FactorLayout.EXTRA;
    float[] slab = new float[popularity.length * length];
    for (int item = 0; item < popularity.length; item++) {
      int start = item * length;
      VectorMath.axpy((float) popularity[item], vectors, item * factors, slab, start, factors);
      FactorLayout.setItemWeight(slab, start, length, evidence[item]);
    }
    return slab;
  }

  private float[] random(int size) {
    SplittableRandom random = new SplittableRandom(settings.seed());
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
