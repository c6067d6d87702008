package dev.kindred.learn;

import java.util.Arrays;
import java.util.List;

/**
 * The person factor that explains the evidence best: a weighted ridge regression.
 *
 * <p>Minimises {@code sum |c| (sign(c) - x.y)^2 + w0 x'Gx + lambda |x|^2} over x, where y are the
 * touched items' factors, c their weighted confidences, G the sum of yy' over all items, and {@code
 * lambda} grows with the evidence.
 *
 * @param gram the diagonal of G; the model's factors are rotated so that the rest is 0
 * @param unobservedWeight w0
 * @param regularization of one unit of frequency
 * @param frequencyExponent of the frequency: the number of touched items plus w0 times all items
 * @param personExponent of the sum of confidences by which confidences are divided
 * @param items in training
 */
record RidgeFolder(
    float[] gram,
    double unobservedWeight,
    double regularization,
    double frequencyExponent,
    double personExponent,
    int items)
    implements PersonFolder {
  private static final int MOST_STEPS = 100;

  @Override
  public int factors() {
    return gram.length + FactorLayout.EXTRA;
  }

  @Override
  public float[] fold(List<float[]> itemFactors, float[] confidences) {
    PersonFolder.check(factors(), itemFactors, confidences);
    float[] weighted = PersonFolder.weighted(itemFactors, confidences, personExponent);
    float[] person = new float[factors()];
    solver(itemFactors)
        .solve(oneRow(weighted), 0, diagonal(weighted.length), person, 0, MOST_STEPS);
    FactorLayout.setPersonWeight(person, DegreeWeights.power(confidences, -personExponent));
    return person;
  }

  @Override
  public double[] contributions(
      List<float[]> itemFactors, float[] confidences, float[] targetFactor) {
    PersonFolder.check(factors(), itemFactors, confidences);
    PersonFolder.checkLength(factors(), targetFactor);
    float[] weighted = PersonFolder.weighted(itemFactors, confidences, personExponent);
    // The system is symmetric: solving it for the target once gives every item's share.
    float[] solved =
        solver(itemFactors)
            .solve(oneRow(weighted), 0, diagonal(weighted.length), targetFactor, MOST_STEPS);
    double[] contributions = new double[weighted.length];
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] =
          (double) weighted[i] * VectorMath.dot(itemFactors.get(i), 0, solved, 0, solved.length);
    }
    return contributions;
  }

  private RowSolver solver(List<float[]> itemFactors) {
    int k = gram.length;
    float[] slab = new float[itemFactors.size() * k];
    for (int i = 0; i < itemFactors.size(); i++) {
      System.arraycopy(itemFactors.get(i), 0, slab, i * k, k);
    }
    return new RowSolver(slab, k);
  }

  /* A matrix of one row: all the touched items. */
  private static Sparse oneRow(float[] weighted) {
    int[] others = new int[weighted.length];
    Arrays.setAll(others, i -> i);
    return new Sparse(new int[] {0, weighted.length}, others, weighted);
  }

  private float[] diagonal(int touched) {
    double frequency = touched + unobservedWeight * items;
    double lambda = regularization * Math.pow(frequency, frequencyExponent);
    float[] diagonal = new float[gram.length];
    for (int d = 0; d < diagonal.length; d++) {
      diagonal[d] = (float) (unobservedWeight * gram[d] + lambda);
    }
    return diagonal;
  }
}
