package dev.kindred.learn;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Foretells how many stars a person gives an item: the mean of all, plus a bias of the person and
 * one of the item, plus the inner product of their factors.
 *
 * <p>Alternating ridge regressions in which the regularisation grows with the number of ratings
 * (Zhou, Wilkinson, Schreiber and Pan, "Large-scale Parallel Collaborative Filtering for the
 * Netflix Prize", 2008), the bias being one more factor. It measures how well taste is learned
 * where stars are the truth; recommendations come from {@link FactorModel}, which knows what people
 * choose at all. Immutable.
 */
public final class RatingModel {
  private static final int ROWS_AT_ONCE = 64;
  private static final double START = 0.1;

  private final float mean;
  private final float lowest;
  private final float highest;
  private final int width;
  private final float[] people;
  private final float[] items;

  private RatingModel(
      float mean, float lowest, float highest, int width, float[] people, float[] items) {
    this.mean = mean;
    this.lowest = lowest;
    this.highest = highest;
    this.width = width;
    this.people = people;
    this.items = items;
  }

  /**
   * With which hyper-parameters.
   *
   * @param factors 1 or more
   * @param epochs passes over people and items, 1 or more
   * @param regularization of one rating, above 0
   * @param seed of the first factors
   */
  public record Settings(int factors, int epochs, double regularization, long seed) {
    public static final Settings DEFAULT = new Settings(32, 10, 0.05, 1);

    public Settings {
      SettingRules.atLeastOne("factors", factors);
      SettingRules.atLeastOne("epochs", epochs);
      SettingRules.aboveZero("regularization", regularization);
    }
  }

  /**
   * Learns from ratings, given as columns of one length; uses all cores.
   *
   * @param people how many there are; they and items are numbered from 0
   */
  public static RatingModel learn(
      int people, int items, int[] personOf, int[] itemOf, float[] stars, Settings settings) {
    if (personOf.length != stars.length || itemOf.length != stars.length || stars.length == 0) {
      throw new IllegalArgumentException(
          "there must be ratings, as many people and items as stars, got "
              + personOf.length
              + ", "
              + itemOf.length
              + " and "
              + stars.length);
    }
    double sum = 0;
    float lowest = stars[0];
    float highest = stars[0];
    for (float star : stars) {
      sum += star;
      lowest = Math.min(lowest, star);
      highest = Math.max(highest, star);
    }
    float mean = (float) (sum / stars.length);
    Sparse rows = Sparse.grouped(people, personOf, itemOf, stars, stars.length);
    Sparse columns = rows.transposed(items);
    int width = settings.factors() + 1;
    float[] itemRows = new float[items * width];
    SplittableRandom random = new SplittableRandom(settings.seed());
    for (int at = 0; at < itemRows.length; at++) {
      itemRows[at] = at % width == 0 ? 0 : (float) ((random.nextDouble() - 0.5) * START);
    }
    float[] personRows = new float[people * width];
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      solve(rows, personRows, itemRows, mean, width, settings.regularization());
      solve(columns, itemRows, personRows, mean, width, settings.regularization());
    }
    return new RatingModel(mean, lowest, highest, width, personRows, itemRows);
  }

  /* Each row: a bias and factors that explain what the fixed side's biases leave. */
  private static void solve(
      Sparse ratings, float[] solved, float[] fixed, float mean, int width, double lambda) {
    Parallel.ranges(
        ratings.size(),
        ROWS_AT_ONCE,
        (from, to) -> {
          float[] left = new float[width * width];
          float[] feature = new float[width];
          for (int row = from; row < to; row++) {
            int count = ratings.length(row);
            Arrays.fill(solved, row * width, (row + 1) * width, 0);
            if (count == 0) {
              continue;
            }
            Arrays.fill(left, 0);
            for (int at = ratings.starts()[row]; at < ratings.starts()[row + 1]; at++) {
              int other = ratings.others()[at] * width;
              System.arraycopy(fixed, other, feature, 0, width);
              float rest = ratings.confidences()[at] - mean - feature[0];
              feature[0] = 1;
              for (int d = 0; d < width; d++) {
                VectorMath.axpy(feature[d], feature, 0, left, d * width, d + 1);
              }
              VectorMath.axpy(rest, feature, 0, solved, row * width, width);
            }
            for (int d = 0; d < width; d++) {
              left[d * width + d] += (float) (lambda * count);
            }
            Cholesky.factor(left, 0, width);
            Cholesky.solve(left, 0, width, solved, row * width);
          }
        });
  }

  /**
   * The stars to expect, within those that were seen; of somebody or something without ratings by
   * what is known of the other.
   */
  public float predict(int person, int item) {
    int p = person * width;
    int i = item * width;
    float taste = VectorMath.dot(people, p + 1, items, i + 1, width - 1);
    return Math.clamp(mean + people[p] + items[i] + taste, lowest, highest);
  }
}
