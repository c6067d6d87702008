package dev.kindred.learn;

import java.util.List;

/**
 * The person factor as a weighted sum of the touched items' factors.
 *
 * @param factors the length of a factor, including its weights
 * @param personExponent of the sum of confidences by which the sum is divided, 0 to 1
 */
record SumFolder(int factors, double personExponent) implements PersonFolder {

  @Override
  public float[] fold(List<float[]> itemFactors, float[] confidences) {
    PersonFolder.check(factors, itemFactors, confidences);
    float[] person = new float[factors];
    float[] weighted = PersonFolder.weighted(itemFactors, confidences, personExponent);
    for (int i = 0; i < confidences.length; i++) {
      VectorMath.axpy(
          weighted[i], itemFactors.get(i), 0, person, 0, FactorLayout.directions(factors));
    }
    FactorLayout.setPersonWeight(person, DegreeWeights.power(confidences, -personExponent));
    return person;
  }

  @Override
  public double[] contributions(
      List<float[]> itemFactors, float[] confidences, float[] targetFactor) {
    PersonFolder.check(factors, itemFactors, confidences);
    PersonFolder.checkLength(factors, targetFactor);
    float[] weighted = PersonFolder.weighted(itemFactors, confidences, personExponent);
    double[] contributions = new double[confidences.length];
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] =
          (double) weighted[i]
              * VectorMath.dot(
                  itemFactors.get(i), 0, targetFactor, 0, FactorLayout.directions(factors));
    }
    return contributions;
  }
}
