package dev.kindred.learn;

import java.util.List;

/**
 * Turns what a person did into a person factor, without training; safe for many threads.
 *
 * <p>The same for somebody known, somebody new and a basket: it takes the factors of the items, not
 * their numbers, so that items which were not there in training count as well. A score is the dot
 * product of the person factor and an item factor.
 */
public sealed interface PersonFolder permits RidgeFolder, SumFolder, PosteriorFolder {

  /** The length of the factors it takes and gives. */
  int factors();

  /**
   * The factor of a person.
   *
   * @param itemFactors of what the person touched, each {@link #factors()} long
   * @param confidences as many; above 0 for liking, below 0 for disliking
   * @return {@link #factors()} long; all zeros where there is no evidence
   */
  float[] fold(List<float[]> itemFactors, float[] confidences);

  /**
   * The same of what a person did alone, without what everybody likes: for evidence about items.
   */
  default PersonFolder ofEvidence() {
    return this;
  }

  /**
   * What each touched item contributes to the score of a target; the contributions sum to the dot
   * product of {@link #fold} and the target, up to rounding and to what everybody likes.
   *
   * @return as many as there are item factors
   */
  double[] contributions(List<float[]> itemFactors, float[] confidences, float[] targetFactor);

  /** Confidences times the weights that the items' factors carry, and that of the person. */
  static float[] weighted(List<float[]> itemFactors, float[] confidences, double personExponent) {
    double person = DegreeWeights.power(confidences, -personExponent);
    float[] weighted = new float[confidences.length];
    for (int i = 0; i < weighted.length; i++) {
      weighted[i] = (float) (confidences[i] * person * FactorLayout.itemWeight(itemFactors.get(i)));
    }
    return weighted;
  }

  /** Refuses evidence of the wrong shape. */
  static void check(int factors, List<float[]> itemFactors, float[] confidences) {
    if (itemFactors.size() != confidences.length) {
      throw new IllegalArgumentException(
          "item factors and confidences must be equally many, got "
              + itemFactors.size()
              + " and "
              + confidences.length);
    }
    for (float[] factor : itemFactors) {
      checkLength(factors, factor);
    }
  }

  /** Refuses a factor of the wrong length. */
  static void checkLength(int factors, float[] factor) {
    if (factor.length != factors) {
      throw new IllegalArgumentException(
          "a factor must have " + factors + " numbers, got " + factor.length);
    }
  }
}
