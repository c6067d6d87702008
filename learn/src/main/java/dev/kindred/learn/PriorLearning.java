package dev.kindred.learn;

import dev.kindred.model.FeatureVector;
import java.util.List;

/** Chooses and fits the ridge regression behind a {@link ContentPrior}. */
final class PriorLearning {
  private static final int STEPS = 20;

  private PriorLearning() {}

  static ContentPrior learn(
      FactorModel model,
      Interactions interactions,
      List<FeatureVector> features,
      long seed,
      ProgressListener progress) {
    int k = model.factors();
    int n = model.items();
    int f =
        features.stream()
            .mapToInt(v -> v.size() == 0 ? 0 : v.indices()[v.size() - 1] + 1)
            .max()
            .orElse(0);
    float[] mean = new float[k];
    double total = 0;
    float[] weights = new float[n];
    for (int item = 0; item < n; item++) {
      int degree = interactions.itemDegree(item);
      weights[item] = degree / (degree + 5f);
      total += weights[item];
      VectorMath.axpy(weights[item], model.slab(), item * k, mean, 0, k);
    }
    VectorMath.scale(total == 0 ? 0 : (float) (1 / total), mean, 0, k);
    float[] map = new float[f * k];
    float[] residual = new float[f * k];
    for (int item = 0; item < n; item++) {
      float[] target = model.itemFactor(item);
      VectorMath.axpy(-1, mean, 0, target, 0, k);
      FeatureVector v = features.get(item);
      for (int i = 0; i < v.size(); i++) {
        VectorMath.axpy(weights[item] * v.weights()[i], target, 0, residual, v.indices()[i] * k, k);
      }
    }
    progress.progress("prior", STEPS, STEPS);
    return new ContentPrior(mean, map);
  }
}
