package dev.kindred.learn;

import java.util.List;

/**
 * The item factor that explains its people best, as in training: {@link RidgeFolder} mirrored.
 *
 * @param gram the people's Gram matrix, factors by factors, full
 * @param unobservedWeight of people who did not touch the item
 * @param regularization of one unit of frequency
 * @param exponent of the frequency
 * @param people in training
 */
record RidgeItemFolder(
    float[] gram,
    int factors,
    double unobservedWeight,
    double regularization,
    double exponent,
    int people)
    implements ItemFolder {

  @Override
  public float[] fold(List<float[]> personFactors, float[] confidences) {
    float[] left = new float[gram.length];
    VectorMath.axpy((float) unobservedWeight, gram, 0, left, 0, left.length);
    double frequency = confidences.length + unobservedWeight * people;
    float lambda = (float) (regularization * Math.pow(frequency, exponent));
    float[] factor = new float[factors];
    for (int d = 0; d < factors; d++) {
      left[d * factors + d] += lambda;
    }
    for (int i = 0; i < confidences.length; i++) {
      float[] person = personFactors.get(i);
      float weight = Math.abs(confidences[i]);
      for (int d = 0; d < factors; d++) {
        VectorMath.axpy(weight * person[d], person, 0, left, d * factors, d + 1);
      }
      VectorMath.axpy(confidences[i], person, 0, factor, 0, factors);
    }
    Cholesky.factor(left, 0, factors);
    Cholesky.solve(left, 0, factors, factor, 0);
    return factor;
  }

  @Override
  public float[] blend(float[] factor, float[] prior, float fade) {
    VectorMath.axpy(fade, prior, 0, factor, 0, factors);
    return factor;
  }
}
