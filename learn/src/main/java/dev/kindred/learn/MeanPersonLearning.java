package dev.kindred.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns how far somebody of whom little is known is drawn towards the mean person: takes people as
 * if they had done only a few things, and looks which mixture of what these say and what everybody
 * likes ranks best what else they have.
 */
final class MeanPersonLearning {
  private static final int[] LEVELS = {1, 2, 3, 5, 10, 20, 50};
  private static final double[] RATIOS = {0, 0.05, 0.1, 0.2, 0.35, 0.6, 1, 1.6, 2.5};
  private static final int TO_GUESS = 3;
  private static final int MOST_PEOPLE = 300;
  private static final int FEWEST_PEOPLE = 20;
  private static final int MOST_ITEMS = 5_000;
  private static final int PEOPLE_AT_ONCE = 8;
  private static final int K = 20;

  /** A larger share of the mean must be better by this much, or the difference is luck. */
  private static final double WORTH = 1.01;

  private final FactorModel model;
  private final Interactions interactions;
  private final PersonFolder folder;
  private final int[] items;
  private final float[] mean;
  private final double[] meanScores;

  MeanPersonLearning(FactorModel model, Interactions interactions) {
    this.model = model;
    this.interactions = interactions;
    this.folder = model.folder().ofEvidence();
    this.items =
        IntStream.range(0, interactions.items())
            .boxed()
            .sorted(Comparator.comparingInt((Integer item) -> -interactions.itemDegree(item)))
            .limit(MOST_ITEMS)
            .mapToInt(Integer::intValue)
            .toArray();
    this.mean = mean();
    this.meanScores = scores(mean);
  }

  /**
   * The folder with the shares that were found; the model's own if too little is known of anybody.
   */
  PersonFolder learn(SplittableRandom random) {
    List<double[]> points = new ArrayList<>();
    double first = 0;
    double most = RATIOS[RATIOS.length - 1];
    for (int known : LEVELS) {
      int[] able =
          IntStream.range(0, interactions.people())
              .filter(p -> liked(p).length >= known + TO_GUESS)
              .toArray();
      if (able.length < FEWEST_PEOPLE) {
        break;
      }
      Level level = new Level(Sample.of(able, MOST_PEOPLE, random), known, random);
      if (level.unit == 0) {
        break;
      }
      first = first == 0 ? level.unit : first;
      most = level.ratio(most);
      if (points.isEmpty() || level.evidence > points.getLast()[0]) {
        points.add(new double[] {level.evidence, most * level.unit / first});
      }
    }
    if (points.isEmpty()) {
      return folder;
    }
    VectorMath.scale((float) first, mean, 0, mean.length);
    float[] evidence = new float[points.size()];
    float[] behaviour = new float[evidence.length];
    float[] common = new float[evidence.length];
    for (int p = 0; p < evidence.length; p++) {
      evidence[p] = (float) points.get(p)[0];
      behaviour[p] = 1;
      common[p] = (float) points.get(p)[1];
    }
    return new PosteriorFolder(folder, mean, new EvidenceCurve(evidence, behaviour, common));
  }

  /* Of people's factors, each as evidence has it, without their weights. */
  private float[] mean() {
    float[][] parts = new float[(interactions.people() + 255) / 256][model.factors()];
    int directions = model.directions();
    Parallel.ranges(
        interactions.people(),
        256,
        (from, to) -> {
          float[] sum = parts[from / 256];
          for (int person = from; person < to; person++) {
            if (interactions.personDegree(person) > 0) {
              int[] all =
                  IntStream.range(interactions.rowStart(person), interactions.rowEnd(person))
                      .toArray();
              VectorMath.axpy(1f, folded(all), 0, sum, 0, directions);
            }
          }
        });
    float[] mean = new float[model.factors()];
    for (float[] part : parts) {
      VectorMath.axpy(1f / interactions.people(), part, 0, mean, 0, directions);
    }
    return mean;
  }

  /* From the entries at these positions of the rows. */
  private float[] folded(int[] positions) {
    List<float[]> factors = new ArrayList<>();
    float[] confidences = new float[positions.length];
    for (int i = 0; i < positions.length; i++) {
      factors.add(model.itemFactor(interactions.rowItem(positions[i])));
      confidences[i] = interactions.rowConfidence(positions[i]);
    }
    return folder.fold(factors, confidences);
  }

  private double[] scores(float[] person) {
    double[] scores = new double[items.length];
    for (int i = 0; i < items.length; i++) {
      scores[i] =
          VectorMath.dot(person, 0, model.slab(), model.slabOffset(items[i]), model.directions());
    }
    return scores;
  }

  private int[] liked(int person) {
    return IntStream.range(interactions.rowStart(person), interactions.rowEnd(person))
        .filter(at -> interactions.rowConfidence(at) > 0)
        .toArray();
  }

  /** People as if they had liked a certain number of items. */
  private final class Level {
    private final int[][] known;
    private final int[][] rest;
    private final double[][] scores;
    private double evidence;
    /* What the mean's scores are multiplied by to be as large as those of the evidence. */
    private final double unit;

    Level(int[] people, int size, SplittableRandom random) {
      known = new int[people.length][];
      rest = new int[people.length][];
      scores = new double[people.length][];
      for (int p = 0; p < people.length; p++) {
        int[] liked = liked(people[p]);
        int[] mixed = Sample.of(liked, liked.length, random);
        known[p] = Arrays.copyOf(mixed, size);
        rest[p] = IntStream.range(size, mixed.length).map(i -> itemAt(mixed[i])).sorted().toArray();
        for (int at : known[p]) {
          evidence += interactions.rowConfidence(at) / people.length;
        }
      }
      Parallel.ranges(
          people.length,
          PEOPLE_AT_ONCE,
          (from, to) -> {
            for (int p = from; p < to; p++) {
              scores[p] = scores(folded(known[p]));
            }
          });
      double squares = 0;
      for (double[] row : scores) {
        squares += dot(row, row) / people.length;
      }
      double common = dot(meanScores, meanScores);
      unit = common == 0 ? 0 : Math.sqrt(squares / common);
    }

    /** The smallest share of the mean, up to a largest, that is about as good as the best. */
    double ratio(double most) {
      double[] tried = Arrays.stream(RATIOS).filter(ratio -> ratio <= most).toArray();
      double[] ndcg = Arrays.stream(tried).map(this::ndcg).toArray();
      double best = Arrays.stream(ndcg).max().orElse(0);
      int chosen = 0;
      while (ndcg[chosen] * WORTH < best) {
        chosen++;
      }
      return tried[chosen];
    }

    private double ndcg(double ratio) {
      double[] gained = new double[known.length];
      Parallel.ranges(
          known.length,
          PEOPLE_AT_ONCE,
          (from, to) -> {
            for (int p = from; p < to; p++) {
              gained[p] = ndcg(p, ratio * unit);
            }
          });
      return Arrays.stream(gained).sum();
    }

    private double ndcg(int p, double share) {
      int[] had = Arrays.stream(known[p]).map(MeanPersonLearning.this::itemAt).sorted().toArray();
      TopItems top = new TopItems(K, new int[0]);
      for (int i = 0; i < items.length; i++) {
        if (Arrays.binarySearch(had, items[i]) < 0) {
          top.offer(items[i], scores[p][i] + share * meanScores[i]);
        }
      }
      return HeldOut.ndcgOf(top.items(), rest[p], K);
    }
  }

  private int itemAt(int position) {
    return interactions.rowItem(position);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
