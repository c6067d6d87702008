package dev.kindred.learn;

import java.util.List;

/**
 * The person factor that explains the evidence best: a weighted ridge regression.
 *
 * <p>Minimises {@code sum |c| (sign(c) - x.y)^2 + w0 x'Gx + lambda |x|^2} over x, where y are the
 * touched items' factors, G the sum of yy' over all items, and {@code lambda} grows with the
 * evidence.
 *
 * @param gram the diagonal of G; the model's factors are rotated so that the rest is 0
 * @param unobservedWeight w0
 * @param regularization of one unit of frequency
 * @param exponent of the frequency, which is the number of touched items plus w0 times all items
 * @param items in training
 */
record RidgeFolder(
    float[] gram, double unobservedWeight, double regularization, double exponent, int items)
    implements PersonFolder {

  @Override
  public int factors() {
    return gram.length;
  }

  @Override
  public float[] fold(List<float[]> itemFactors, float[] confidences) {
    PersonFolder.check(factors(), itemFactors, confidences);
    float[] right = new float[factors()];
    for (int i = 0; i < confidences.length; i++) {
      VectorMath.axpy(confidences[i], itemFactors.get(i), 0, right, 0, right.length);
    }
    return solve(itemFactors, confidences, right);
  }

  @Override
  public double[] contributions(
      List<float[]> itemFactors, float[] confidences, float[] targetFactor) {
    PersonFolder.check(factors(), itemFactors, confidences);
    PersonFolder.checkLength(factors(), targetFactor);
    // The system is symmetric: solving it for the target once gives every item's share.
    float[] solved = solve(itemFactors, confidences, targetFactor);
    double[] contributions = new double[confidences.length];
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] = confidences[i] * (double) VectorMath.dot(itemFactors.get(i), solved);
    }
    return contributions;
  }

  private float[] solve(List<float[]> itemFactors, float[] confidences, float[] right) {
    int k = factors();
    double lambda =
        regularization * Math.pow(confidences.length + unobservedWeight * items, exponent);
    float[] left = new float[k * k];
    for (int d = 0; d < k; d++) {
      left[d * k + d] = (float) (unobservedWeight * gram[d] + lambda);
    }
    for (int i = 0; i < confidences.length; i++) {
      float[] y = itemFactors.get(i);
      for (int d = 0; d < k; d++) {
        VectorMath.axpy(Math.abs(confidences[i]) * y[d], y, 0, left, d * k, d + 1);
      }
    }
    float[] x = right.clone();
    Cholesky.factor(left, 0, k);
    Cholesky.solve(left, 0, k, x, 0);
    return x;
  }
}
