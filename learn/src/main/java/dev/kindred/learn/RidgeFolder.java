package dev.kindred.learn;

import java.util.Arrays;
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
  private static final int MOST_STEPS = 100;

  @Override
  public int factors() {
    return gram.length;
  }

  @Override
  public float[] fold(List<float[]> itemFactors, float[] confidences) {
    PersonFolder.check(factors(), itemFactors, confidences);
    float[] person = new float[factors()];
    Sparse evidence = evidence(confidences);
    solver(itemFactors).solve(evidence, 0, diagonal(confidences.length), person, 0, MOST_STEPS);
    return person;
  }

  @Override
  public double[] contributions(
      List<float[]> itemFactors, float[] confidences, float[] targetFactor) {
    PersonFolder.check(factors(), itemFactors, confidences);
    PersonFolder.checkLength(factors(), targetFactor);
    // The system is symmetric: solving it for the target once gives every item's share.
    float[] solved =
        solver(itemFactors)
            .solve(
                evidence(confidences), 0, diagonal(confidences.length), targetFactor, MOST_STEPS);
    double[] contributions = new double[confidences.length];
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] = confidences[i] * (double) VectorMath.dot(itemFactors.get(i), solved);
    }
    return contributions;
  }

  private RowSolver solver(List<float[]> itemFactors) {
    float[] slab = new float[itemFactors.size() * factors()];
    for (int i = 0; i < itemFactors.size(); i++) {
      System.arraycopy(itemFactors.get(i), 0, slab, i * factors(), factors());
    }
    return new RowSolver(slab, factors());
  }

  /* A matrix of one row: all the touched items. */
  private static Sparse evidence(float[] confidences) {
    int[] others = new int[confidences.length];
    Arrays.setAll(others, i -> i);
    return new Sparse(new int[] {0, confidences.length}, others, confidences);
  }

  private float[] diagonal(int touched) {
    double lambda = regularization * Math.pow(touched + unobservedWeight * items, exponent);
    float[] diagonal = new float[factors()];
    for (int d = 0; d < diagonal.length; d++) {
      diagonal[d] = (float) (unobservedWeight * gram[d] + lambda);
    }
    return diagonal;
  }
}
