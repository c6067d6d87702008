package dev.kindred.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How far a mean over queries or people can be trusted, by resampling; seeded. */
public final class Significance {
  private Significance() {}

  /** The bounds between which the mean lies with the asked probability. */
  public record Interval(double low, double high) {}

  /**
   * Percentile bootstrap interval of the mean (Efron, 1979).
   *
   * @param values one per query or person, 1 or more
   * @param confidence above 0 and below 1, usually 0.95
   * @param samples resamplings, 1 or more; 1,000 are plenty
   */
  public static Interval bootstrap(double[] values, double confidence, int samples, long seed) {
    if (values.length == 0) {
      throw new IllegalArgumentException("values must be one or more, got none");
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be between 0 and 1, got " + confidence);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[samples];
    for (int s = 0; s < samples; s++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[s] = sum / values.length;
    }
    Arrays.sort(means);
    double tail = (1 - confidence) / 2;
    int low = (int) Math.floor(tail * (samples - 1));
    int high = (int) Math.ceil((1 - tail) * (samples - 1));
    return new Interval(means[low], means[high]);
  }

  /**
   * Two-sided paired randomisation test: how often swapping the two systems' values at random gives
   * a difference of means at least as large as the seen one (Smucker, Allan and Carterette, 2007).
   *
   * @param first one value per query or person
   * @param second of the same queries or people, in the same order
   * @return the p-value, never 0: 1 / (samples + 1) at the least
   */
  public static double pairedRandomisation(
      double[] first, double[] second, int samples, long seed) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "values must be equally many, got " + first.length + " and " + second.length);
    }
    double seen = 0;
    for (int i = 0; i < first.length; i++) {
      seen += first[i] - second[i];
    }
    SplittableRandom random = new SplittableRandom(seed);
    int atLeast = 0;
    for (int s = 0; s < samples; s++) {
      double difference = 0;
      for (int i = 0; i < first.length; i++) {
        double d = first[i] - second[i];
        difference += random.nextBoolean() ? d : -d;
      }
      // Sums of the same numbers in other signs may differ in their last digits.
      if (Math.abs(difference) >= Math.abs(seen) - 1e-12) {
        atLeast++;
      }
    }
    return (atLeast + 1.0) / (samples + 1.0);
  }
}
