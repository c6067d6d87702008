package dev.kindred.learn;

import java.util.SplittableRandom;

/** Alternates ridge regressions for people and items; each row is solved on its own. */
record AlsLearner(LearnerSettings.ImplicitAls settings) implements Learner {
  private static final int ROWS_AT_ONCE = 32;

  @Override
  public FactorModel learn(Interactions interactions, ProgressListener progress) {
    int k = settings.factors();
    float[] people = random(interactions.people() * k, settings.seed());
    float[] items = random(interactions.items() * k, settings.seed() + 1);
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      progress.progress("epoch", epoch, settings.epochs());
      solve(interactions.rows, items, people, interactions.items());
      solve(interactions.columns, people, items, interactions.people());
    }
    progress.progress("epoch", settings.epochs(), settings.epochs());
    return model(items, interactions.items());
  }

  /* Rotates the factors so that their Gram matrix is diagonal: scores stay, fold-in gets cheap. */
  private FactorModel model(float[] items, int count) {
    int k = settings.factors();
    SymmetricEigen eigen = SymmetricEigen.of(Dense.gram(items, count, k), k);
    float[] rotation = new float[k * k];
    float[] gram = new float[k];
    for (int j = 0; j < k; j++) {
      gram[j] = (float) Math.max(0, eigen.values()[j]);
      for (int d = 0; d < k; d++) {
        rotation[d * k + j] = (float) eigen.vectors()[j][d];
      }
    }
    RidgeFolder folder =
        new RidgeFolder(
            gram,
            settings.unobservedWeight(),
            settings.regularization(),
            settings.exponent(),
            count);
    return new FactorModel(settings, folder, Dense.times(items, count, k, rotation, k));
  }

  private void solve(Sparse sparse, float[] fixed, float[] solved, int fixedCount) {
    int k = settings.factors();
    float w0 = (float) settings.unobservedWeight();
    float[] gram = Dense.gram(fixed, fixedCount, k);
    Parallel.ranges(
        sparse.size(),
        ROWS_AT_ONCE,
        (from, to) -> {
          float[] left = new float[k * k];
          float[] right = new float[k];
          for (int row = from; row < to; row++) {
            double lambda =
                settings.regularization()
                    * Math.pow(
                        sparse.length(row) + settings.unobservedWeight() * fixedCount,
                        settings.exponent());
            for (int i = 0; i < left.length; i++) {
              left[i] = w0 * gram[i];
            }
            for (int d = 0; d < k; d++) {
              left[d * k + d] += (float) lambda;
            }
            java.util.Arrays.fill(right, 0);
            for (int at = sparse.starts()[row]; at < sparse.starts()[row + 1]; at++) {
              float c = sparse.confidences()[at];
              int y = sparse.others()[at] * k;
              for (int d = 0; d < k; d++) {
                VectorMath.axpy(Math.abs(c) * fixed[y + d], fixed, y, left, d * k, d + 1);
              }
              VectorMath.axpy(c, fixed, y, right, 0, k);
            }
            Cholesky.factor(left, 0, k);
            Cholesky.solve(left, 0, k, right, 0);
            System.arraycopy(right, 0, solved, row * k, k);
          }
        });
  }

  private float[] random(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size];
    double deviation = 0.1 / Math.sqrt(settings.factors());
    for (int i = 0; i < size; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }
}
