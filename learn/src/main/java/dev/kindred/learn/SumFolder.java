package dev.kindred.learn;

import java.util.List;

/**
 * The person factor as a weighted sum of the touched items' factors.
 *
 * <p>The last two numbers of a factor are no directions in space. An item's hold its weight as
 * evidence about people (much-touched items say less) and 0, a person's hold 0 and its weight as
 * evidence about items: scores stay plain dot products.
 *
 * @param factors the length of a factor, including those two
 * @param exponent of the sum of confidences by which the sum is divided, 0 to 1
 */
record SumFolder(int factors, double exponent) implements PersonFolder {
  /** How many numbers of a factor are no directions. */
  static final int EXTRA = 2;

  @Override
  public float[] fold(List<float[]> itemFactors, float[] confidences) {
    PersonFolder.check(factors, itemFactors, confidences);
    float[] person = new float[factors];
    double scale = scale(confidences);
    for (int i = 0; i < confidences.length; i++) {
      float[] item = itemFactors.get(i);
      float weight = (float) (scale * weight(item, confidences[i]));
      VectorMath.axpy(weight, item, 0, person, 0, factors - EXTRA);
    }
    person[factors - 1] = (float) scale;
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
              * VectorMath.dot(item, 0, targetFactor, 0, factors - EXTRA);
    }
    return contributions;
  }

  private double weight(float[] item, float confidence) {
    return (double) confidence * item[factors - EXTRA];
  }

  private double scale(float[] confidences) {
    double sum = 0;
    for (float confidence : confidences) {
      sum += Math.abs(confidence);
    }
    return sum == 0 ? 0 : Math.pow(sum, -exponent);
  }
}
