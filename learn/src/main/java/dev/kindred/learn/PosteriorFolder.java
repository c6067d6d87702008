package dev.kindred.learn;

import java.util.List;

/**
 * A person factor drawn towards what everybody likes, the more the less is known of the person.
 *
 * <p>The sum of the factor folded in from evidence and of the mean person's, each times a share
 * that depends on the sum of confidences: the posterior mean where taste varies around a common
 * one.
 *
 * @param evidence folds in what the person did, and nothing else
 * @param mean the factor of the mean person
 * @param curve the shares of both; of {@code content} the mean's
 */
record PosteriorFolder(PersonFolder evidence, float[] mean, EvidenceCurve curve)
    implements PersonFolder {

  PosteriorFolder {
    PersonFolder.checkLength(evidence.factors(), mean);
  }

  @Override
  public int factors() {
    return evidence.factors();
  }

  @Override
  public PersonFolder ofEvidence() {
    return evidence;
  }

  @Override
  public float[] fold(List<float[]> itemFactors, float[] confidences) {
    float[] person = evidence.fold(itemFactors, confidences);
    double sum = DegreeWeights.power(confidences, 1);
    if (sum > 0) {
      int directions = FactorLayout.directions(person.length);
      VectorMath.scale((float) curve.behaviourAt(sum), person, 0, directions);
      VectorMath.axpy((float) curve.contentAt(sum), mean, 0, person, 0, directions);
    }
    return person;
  }

  @Override
  public double[] contributions(
      List<float[]> itemFactors, float[] confidences, float[] targetFactor) {
    double[] contributions = evidence.contributions(itemFactors, confidences, targetFactor);
    double share = curve.behaviourAt(DegreeWeights.power(confidences, 1));
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] *= share;
    }
    return contributions;
  }
}
