package dev.kindred.learn;

import java.util.List;

/**
 * The item factor that explains its people best, as in training: {@link RidgeFolder} mirrored.
 *
 * @param gram the people's Gram matrix, directions by directions, full
 * @param directions of the latent space
 * @param unobservedWeight of people who did not touch the item
 * @param regularization of one unit of frequency
 * @param frequencyExponent of the frequency: the number of people plus that of all, weighted
 * @param itemExponent of the sum of confidences by which confidences are divided
 * @param itemScale by which all confidences are multiplied
 * @param people in training
 */
record RidgeItemFolder(
    float[] gram,
    int directions,
    double unobservedWeight,
    double regularization,
    double frequencyExponent,
    double itemExponent,
    double itemScale,
    int people)
    implements ItemFolder {

  @Override
  public int factors() {
    return directions + FactorLayout.EXTRA;
  }

  @Override
  public float[] fold(List<float[]> personFactors, float[] confidences) {
    int k = directions;
    float[] left = new float[k * k];
    VectorMath.axpy((float) unobservedWeight, gram, 0, left, 0, left.length);
    double frequency = confidences.length + unobservedWeight * people;
    float lambda = (float) (regularization * Math.pow(frequency, frequencyExponent));
    float[] factor = new float[factors()];
    for (int d = 0; d < k; d++) {
      left[d * k + d] += lambda;
    }
    double weight = itemScale * DegreeWeights.power(confidences, -itemExponent);
    for (int i = 0; i < confidences.length; i++) {
      float[] person = personFactors.get(i);
      float c = (float) (confidences[i] * weight * FactorLayout.personWeight(person));
      for (int d = 0; d < k; d++) {
        VectorMath.axpy(Math.abs(c) * person[d], person, 0, left, d * k, d + 1);
      }
      VectorMath.axpy(c, person, 0, factor, 0, k);
    }
    Cholesky.factor(left, 0, k);
    Cholesky.solve(left, 0, k, factor, 0);
    FactorLayout.setItemWeight(factor, 0, factors(), weight);
    return factor;
  }
}
