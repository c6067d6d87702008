package dev.kindred.learn;

import dev.kindred.model.FeatureVector;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns a {@link ContentPrior}: tries regularisations and feature scalings on held-out items, then
 * fits the best to all.
 */
final class PriorLearning {
  /** An item with this many people has half the weight of one with very many. */
  private static final float HALF_EVIDENCE = 5;

  private static final int FEWEST_ITEMS_OF_A_FEATURE = 2;
  private static final int HELD_OUT_ONE_IN = 5;
  private static final int STEPS = 25;
  private static final int TRIED_COLUMNS = 32;
  private static final double[] LAMBDAS = {0.03, 0.1, 0.3, 1, 3, 10};
  private static final double[] RARITIES = {0, 1};

  /* rarity is the exponent of the inverse frequency by which features are scaled. */
  private record Choice(double rarity, double lambda, double error, double slope) {}

  private final float[] targets;
  private final float[] mean;
  private final float[] weights;
  private final int[] known;
  private final Sparse rows;
  private final int[] frequencies;
  private final int factors;

  PriorLearning(FactorModel model, Interactions interactions, List<FeatureVector> features) {
    this.factors = model.factors();
    this.weights = new float[model.items()];
    this.mean = new float[factors];
    double total = 0;
    for (int item = 0; item < weights.length; item++) {
      float people = interactions.itemDegree(item);
      boolean useful = people > 0 && features.get(item).size() > 0;
      weights[item] = useful ? people / (people + HALF_EVIDENCE) : 0;
      total += weights[item];
      VectorMath.axpy(weights[item], model.slab(), item * factors, mean, 0, factors);
    }
    VectorMath.scale(total == 0 ? 0 : (float) (1 / total), mean, 0, factors);
    this.targets = model.slab().clone();
    for (int item = 0; item < weights.length; item++) {
      VectorMath.axpy(-1, mean, 0, targets, item * factors, factors);
    }
    this.known = known(features);
    this.rows = rows(features);
    this.frequencies = new int[known.length];
    for (int feature : rows.others()) {
      frequencies[feature]++;
    }
  }

  ContentPrior learn(long seed, ProgressListener progress) {
    if (known.length == 0) {
      return new ContentPrior(known, mean, new float[0]);
    }
    Choice best = choose(new SplittableRandom(seed), progress);
    float[] scales = scales(best.rarity());
    RidgeRegression regression =
        new RidgeRegression(scaled(scales), known.length, weights, factors);
    float[] map = regression.solve(targets, best.lambda() * regression.meanDiagonal(), STEPS);
    for (int feature = 0; feature < known.length; feature++) {
      VectorMath.scale((float) (best.slope() * scales[feature]), map, feature * factors, factors);
    }
    progress.progress("content prior", tries(), tries());
    return new ContentPrior(known, mean, map);
  }

  /* On a few columns spread over all factors: the choice needs no more, and is made 12 times. */
  private Choice choose(SplittableRandom random, ProgressListener progress) {
    float[] trainWeights = weights.clone();
    float[] testWeights = new float[weights.length];
    for (int item = 0; item < weights.length; item++) {
      if (random.nextInt(HELD_OUT_ONE_IN) == 0) {
        testWeights[item] = weights[item];
        trainWeights[item] = 0;
      }
    }
    int width = Math.min(TRIED_COLUMNS, factors);
    float[] some = new float[weights.length * width];
    for (int item = 0; item < weights.length; item++) {
      for (int d = 0; d < width; d++) {
        some[item * width + d] = targets[item * factors + d * factors / width];
      }
    }
    Choice best = new Choice(0, LAMBDAS[LAMBDAS.length - 1], Double.POSITIVE_INFINITY, 0);
    int tried = 0;
    for (double rarity : RARITIES) {
      Sparse x = scaled(scales(rarity));
      RidgeRegression regression = new RidgeRegression(x, known.length, trainWeights, width);
      double unit = regression.meanDiagonal();
      for (double lambda : LAMBDAS) {
        progress.progress("content prior", tried++, tries());
        float[] predicted =
            SparseTimes.product(x, regression.solve(some, lambda * unit, STEPS), width);
        Choice choice = judged(rarity, lambda, predicted, some, testWeights, width);
        if (choice.error() < best.error()) {
          best = choice;
        }
      }
    }
    return best;
  }

  /* The slope makes the predictions of held-out items as long as the truth on average. */
  private static Choice judged(
      double rarity,
      double lambda,
      float[] predicted,
      float[] targets,
      float[] testWeights,
      int width) {
    double together = 0;
    double squared = 0;
    double all = 0;
    for (int item = 0; item < testWeights.length; item++) {
      if (testWeights[item] > 0) {
        int at = item * width;
        double weight = testWeights[item];
        together += weight * VectorMath.dot(predicted, at, targets, at, width);
        squared += weight * VectorMath.dot(predicted, at, predicted, at, width);
        all += weight * VectorMath.dot(targets, at, targets, at, width);
      }
    }
    double slope = squared == 0 ? 0 : Math.clamp(together / squared, 0, 1.5);
    double error = all - 2 * slope * together + slope * slope * squared;
    return new Choice(rarity, lambda, error, slope);
  }

  private static int tries() {
    return LAMBDAS.length * RARITIES.length;
  }

  private int[] known(List<FeatureVector> features) {
    int highest = -1;
    for (FeatureVector vector : features) {
      highest = Math.max(highest, vector.size() == 0 ? -1 : vector.indices()[vector.size() - 1]);
    }
    int[] counts = new int[highest + 1];
    for (int item = 0; item < weights.length; item++) {
      if (weights[item] > 0) {
        for (int feature : features.get(item).indices()) {
          counts[feature]++;
        }
      }
    }
    int[] found = new int[counts.length];
    int size = 0;
    for (int feature = 0; feature < counts.length; feature++) {
      if (counts[feature] >= FEWEST_ITEMS_OF_A_FEATURE) {
        found[size++] = feature;
      }
    }
    return Arrays.copyOf(found, size);
  }

  /* The known features of the items that count, in place of their numbers their rank. */
  private Sparse rows(List<FeatureVector> features) {
    int most = features.stream().mapToInt(FeatureVector::size).sum();
    int[] itemOf = new int[most];
    int[] featureOf = new int[most];
    float[] valueOf = new float[most];
    int size = 0;
    for (int item = 0; item < weights.length; item++) {
      FeatureVector vector = features.get(item);
      for (int i = 0; weights[item] > 0 && i < vector.size(); i++) {
        int rank = Arrays.binarySearch(known, vector.indices()[i]);
        if (rank >= 0) {
          itemOf[size] = item;
          featureOf[size] = rank;
          valueOf[size++] = vector.weights()[i];
        }
      }
    }
    return Sparse.grouped(weights.length, itemOf, featureOf, valueOf, size);
  }

  private float[] scales(double rarity) {
    float[] scales = new float[known.length];
    for (int feature = 0; feature < scales.length; feature++) {
      scales[feature] =
          (float) Math.pow(Math.log1p(weights.length / (1.0 + frequencies[feature])), rarity);
    }
    return scales;
  }

  private Sparse scaled(float[] scales) {
    float[] values = rows.confidences().clone();
    for (int at = 0; at < values.length; at++) {
      values[at] *= scales[rows.others()[at]];
    }
    return new Sparse(rows.starts(), rows.others(), values);
  }
}
