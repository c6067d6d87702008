package dev.kindred.learn;

import java.util.List;

/**
 * The person factor as a weighted sum of the touched items' factors.
 *
 * <p>The last number of an item's factor is not a direction in space but its weight as evidence
 * (much-touched items say less); the last number of a person's factor is 0, so that scores stay
 * plain dot products.
 *
 * @param factors the length of a factor, including that last number
 * @param exponent of the sum of confidences by which the sum is divided, 0 to 1
 */
record SumFolder(int factors, double exponent) implements PersonFolder {

  @Override
  public float[] fold(List<float[]> itemFactors, float[] confidences) {
    PersonFolder.check(factors, itemFactors, confidences);
    float[] person = new float[factors];
    double scale = scale(confidences);
    for (int i = 0; i < confidences.length; i++) {
      float[] item = itemFactors.get(i);
      VectorMath.axpy((float) (scale * weight(item, confidences[i])), item, 0, person, 0, factors);
    }
    person[factors - 1] = 0;
    return person;
  }

  @Override
  public double[] contributions(
      List<float[]> itemFactors, float[] confidences, float[] targetFactor) {
    PersonFolder.check(factors, itemFactors, confidences);
    PersonFolder.checkLength(factors, targetFactor);
    double scale = scale(confidences);
    double[] contributions = new double[confidences.length];
    for (int i = 0; i < contributions.length; i++) {
      float[] item = itemFactors.get(i);
      contributions[i] =
          scale
              * weight(item, confidences[i])
              * VectorMath.dot(item, 0, targetFactor, 0, factors - 1);
    }
    return contributions;
  }

  private double weight(float[] item, float confidence) {
    return (double) confidence * item[factors - 1];
  }

  private double scale(float[] confidences) {
    double sum = 0;
    for (float confidence : confidences) {
      sum += Math.abs(confidence);
    }
    return sum == 0 ? 0 : Math.pow(sum, -exponent);
  }
}
