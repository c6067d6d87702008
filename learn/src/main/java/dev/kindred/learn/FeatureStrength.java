package dev.kindred.learn;

/**
 * How much each feature alone says about the targets: the squared length of its coefficients in a
 * regression on this feature only, less what chance would give it (the positive-part shrinkage of
 * James and Stein, 1961).
 */
final class FeatureStrength {
  private static final double LEAST = 0.1;

  private FeatureStrength() {}

  /**
   * Strengths with mean 1 plus a floor: no feature is left out, because it may say something
   * together with others.
   *
   * @param columns the observations of each feature
   * @param weights of the observations, at least 0
   * @param targets observations by width, centred
   */
  static double[] of(Sparse columns, float[] weights, float[] targets, int width) {
    double[] energies = new double[weights.length];
    for (int row = 0; row < energies.length; row++) {
      energies[row] = VectorMath.dot(targets, row * width, targets, row * width, width);
    }
    double[] strengths = new double[columns.size()];
    Parallel.ranges(
        strengths.length,
        1024,
        (from, to) -> {
          for (int feature = from; feature < to; feature++) {
            strengths[feature] = of(columns, feature, weights, targets, energies, width);
          }
        });
    double sum = 0;
    for (double strength : strengths) {
      sum += strength;
    }
    for (int feature = 0; feature < strengths.length; feature++) {
      double relative = sum == 0 ? 1 : strengths[feature] * strengths.length / sum;
      strengths[feature] = relative + LEAST;
    }
    return strengths;
  }

  private static double of(
      Sparse columns, int feature, float[] weights, float[] targets, double[] energies, int width) {
    float[] together = new float[width];
    double byChance = 0;
    double spread = 0;
    for (int at = columns.starts()[feature]; at < columns.starts()[feature + 1]; at++) {
      int row = columns.others()[at];
      float value = columns.confidences()[at];
      float weighted = weights[row] * value;
      VectorMath.axpy(weighted, targets, row * width, together, 0, width);
      byChance += (double) weighted * weighted * energies[row];
      spread += (double) weighted * value;
    }
    double found = VectorMath.dot(together, 0, together, 0, width);
    return spread == 0 ? 0 : Math.max(0, found - byChance) / (spread * spread);
  }
}
