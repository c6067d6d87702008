package dev.kindred.learn;

import dev.kindred.model.FeatureVector;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

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
  private static final double FIRST_LAMBDA = 3;
  private static final double LAMBDA_STEP = 3;
  private static final int MOST_LAMBDAS = 5;

  /** How many held-out items the slope common to all directions counts for in each of them. */
  private static final double COMMON_SLOPE_ITEMS = 20;

  private static final double STEEPEST = 1.5;

  /* How features are scaled: by which power of their inverse frequency and of their strength. */
  private record Scaling(double rarity, double strength) {}

  private static final List<Scaling> SCALINGS =
      List.of(new Scaling(0, 0), new Scaling(1, 0), new Scaling(0, 0.5));

  private record Choice(Scaling scaling, double lambda, double error) {}

  private final FactorModel model;
  private final Interactions interactions;
  private final float[] targets;
  private final float[] mean;
  private final float[] weights;
  private final int[] known;
  private final Sparse rows;
  private final Sparse columns;
  private final int[] frequencies;
  private final int factors;

  PriorLearning(FactorModel model, Interactions interactions, List<FeatureVector> features) {
    this.model = model;
    this.interactions = interactions;
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
    this.columns = rows.transposed(known.length);
    this.frequencies = new int[known.length];
    for (int feature : rows.others()) {
      frequencies[feature]++;
    }
  }

  ContentPrior learn(long seed, ProgressListener progress) {
    if (known.length == 0) {
      return new ContentPrior(known, mean, new float[0], EvidenceCurve.DEFAULT);
    }
    SplittableRandom random = new SplittableRandom(seed);
    Parts parts = parts(random);
    Choice best = choose(parts, progress);
    progress.progress("content prior", tries() - 2, tries());
    float[] predicted = fitted(best, parts, targets, factors);
    float[] slopes = slopes(predicted, targets, parts.test());
    EvidenceCurve curve = curve(predicted, slopes, parts, random);
    progress.progress("content prior", tries() - 1, tries());
    float[] scales = scales(best.scaling(), FeatureStrength.of(columns, weights, targets, factors));
    RidgeRegression regression =
        new RidgeRegression(scaled(scales), known.length, weights, factors);
    float[] map = regression.solve(targets, best.lambda() * regression.meanDiagonal(), STEPS);
    for (int feature = 0; feature < known.length; feature++) {
      for (int d = 0; d < factors; d++) {
        map[feature * factors + d] *= slopes[d] * scales[feature];
      }
    }
    progress.progress("content prior", tries(), tries());
    return new ContentPrior(known, mean, map, curve);
  }

  /* Weights of the items to learn from and of those to try on; what the former say of features. */
  private record Parts(float[] train, float[] test, double[] strengths) {}

  private Parts parts(SplittableRandom random) {
    float[] train = weights.clone();
    float[] test = new float[weights.length];
    for (int item = 0; item < weights.length; item++) {
      if (random.nextInt(HELD_OUT_ONE_IN) == 0) {
        test[item] = weights[item];
        train[item] = 0;
      }
    }
    return new Parts(train, test, FeatureStrength.of(columns, train, targets, factors));
  }

  /* On a few columns spread over all factors: the choice needs no more, and tries many. */
  private Choice choose(Parts parts, ProgressListener progress) {
    int width = Math.min(TRIED_COLUMNS, factors);
    float[] some = new float[weights.length * width];
    for (int item = 0; item < weights.length; item++) {
      for (int d = 0; d < width; d++) {
        some[item * width + d] = targets[item * factors + d * factors / width];
      }
    }
    Choice best = new Choice(SCALINGS.getFirst(), FIRST_LAMBDA, Double.POSITIVE_INFINITY);
    int tried = 0;
    for (Scaling scaling : SCALINGS) {
      Choice found = tried(new Choice(scaling, best.lambda(), 0), parts, some, width);
      for (double step : new double[] {LAMBDA_STEP, 1 / LAMBDA_STEP}) {
        Choice start = found;
        for (int i = 0; i < MOST_LAMBDAS; i++) {
          progress.progress("content prior", Math.min(tried++, tries() - 3), tries());
          double lambda = found.lambda() * step;
          Choice next = tried(new Choice(scaling, lambda, 0), parts, some, width);
          if (next.error() >= found.error()) {
            break;
          }
          found = next;
        }
        if (found.error() < start.error()) {
          break;
        }
      }
      best = found.error() < best.error() ? found : best;
    }
    return best;
  }

  private Choice tried(Choice choice, Parts parts, float[] some, int width) {
    float[] predicted = fitted(choice, parts, some, width);
    float[] slopes = slopes(predicted, some, parts.test());
    double error = 0;
    for (int item = 0; item < weights.length; item++) {
      for (int d = 0; parts.test()[item] > 0 && d < width; d++) {
        double off = some[item * width + d] - slopes[d] * predicted[item * width + d];
        error += parts.test()[item] * off * off;
      }
    }
    return new Choice(choice.scaling(), choice.lambda(), error);
  }

  /* What a map learned from some of the items predicts of all. */
  private float[] fitted(Choice choice, Parts parts, float[] y, int width) {
    Sparse x = scaled(scales(choice.scaling(), parts.strengths()));
    RidgeRegression regression = new RidgeRegression(x, known.length, parts.train(), width);
    double lambda = choice.lambda() * regression.meanDiagonal();
    return SparseTimes.product(x, regression.solve(y, lambda, STEPS), width);
  }

  /*
   * What to multiply each direction's predictions by so that they are as long as the truth on
   * average: content tells much about some directions of taste and nothing about others.
   */
  private static float[] slopes(float[] predicted, float[] truth, float[] testWeights) {
    int width = predicted.length / testWeights.length;
    double[] together = new double[width];
    double[] squared = new double[width];
    int items = 0;
    for (int item = 0; item < testWeights.length; item++) {
      items += testWeights[item] > 0 ? 1 : 0;
      for (int d = 0; testWeights[item] > 0 && d < width; d++) {
        double p = predicted[item * width + d];
        together[d] += testWeights[item] * p * truth[item * width + d];
        squared[d] += testWeights[item] * p * p;
      }
    }
    double all = Arrays.stream(squared).sum();
    double common = all == 0 ? 0 : Arrays.stream(together).sum() / all;
    double share = items / (items + COMMON_SLOPE_ITEMS);
    float[] slopes = new float[width];
    for (int d = 0; d < width; d++) {
      double own = squared[d] == 0 ? 0 : together[d] / squared[d];
      slopes[d] = (float) Math.clamp(share * own + (1 - share) * common, 0, STEEPEST);
    }
    return slopes;
  }

  /* From items that the predictions were not learned from. */
  private EvidenceCurve curve(
      float[] predicted, float[] slopes, Parts parts, SplittableRandom random) {
    float[] expected = new float[predicted.length];
    for (int at = 0; at < expected.length; at++) {
      expected[at] = mean[at % factors] + slopes[at % factors] * predicted[at];
    }
    int[] heldOut =
        IntStream.range(0, weights.length).filter(item -> parts.test()[item] > 0).toArray();
    return new EvidenceLearning(model, interactions, heldOut, random).learn(expected);
  }

  private static int tries() {
    return SCALINGS.size() * 4 + 2;
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

  private float[] scales(Scaling scaling, double[] strengths) {
    float[] scales = new float[known.length];
    for (int feature = 0; feature < scales.length; feature++) {
      double rareness = Math.log1p(weights.length / (1.0 + frequencies[feature]));
      scales[feature] =
          (float)
              (Math.pow(rareness, scaling.rarity())
                  * Math.pow(strengths[feature], scaling.strength()));
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
