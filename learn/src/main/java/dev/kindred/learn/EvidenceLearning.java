package dev.kindred.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns an {@link EvidenceCurve}: takes well-known items as if only few people had come to them,
 * and looks which mixture of what these people say and what content says ranks them best for other
 * people who have them.
 *
 * <p>Everybody's factor is folded in without the items that are ranked. A ranking knows only the
 * ratio of the two shares; their common scale makes scores as large as those of the factors learned
 * from all people.
 */
final class EvidenceLearning {
  private static final int[] LEVELS = {1, 2, 5, 10, 20, 50};
  private static final double[] RATIOS = {0, 0.1, 0.2, 0.35, 0.6, 1, 1.6, 2.5, 4};
  private static final int MOST_ITEMS = 150;
  private static final int FEWEST_ITEMS = 8;
  private static final int PANEL = 1_500;
  private static final int K = 10;

  /** A larger share of behaviour must be better by this much, or the difference is luck. */
  private static final double WORTH = 1.01;

  private static final double MOST = 10;

  private final FactorModel model;
  private final Interactions interactions;
  private final int[] items;
  private final boolean[] isRanked;
  private final int[] panel;
  private final float[][] panelFactors;
  /* Positions in the columns of the people who come to each item, in the order of coming. */
  private final int[][] coming;

  /**
   * @param heldOut items that the map behind the predictions was not learned from
   */
  EvidenceLearning(
      FactorModel model, Interactions interactions, int[] heldOut, SplittableRandom random) {
    this.model = model;
    this.interactions = interactions;
    this.items = Sample.of(heldOut, MOST_ITEMS, random);
    this.isRanked = new boolean[interactions.items()];
    for (int item : items) {
      isRanked[item] = true;
    }
    this.panel =
        Sample.of(
            IntStream.range(0, interactions.people()).filter(this::isAble).toArray(),
            PANEL,
            random);
    this.panelFactors = new float[panel.length][];
    Parallel.ranges(
        panel.length,
        16,
        (from, to) -> {
          for (int p = from; p < to; p++) {
            panelFactors[p] = folded(panel[p]);
          }
        });
    this.coming = new int[items.length][];
    for (int i = 0; i < items.length; i++) {
      coming[i] =
          Sample.of(
              IntStream.range(interactions.columnStart(items[i]), interactions.columnEnd(items[i]))
                  .filter(at -> interactions.columnConfidence(at) > 0)
                  .toArray(),
              LEVELS[LEVELS.length - 1] + 1,
              random);
    }
  }

  /**
   * @param predicted factors of all items by content, items by factors
   */
  EvidenceCurve learn(float[] predicted) {
    List<double[]> points = new ArrayList<>();
    double before = 0;
    for (int level : LEVELS) {
      int[] able = IntStream.range(0, items.length).filter(i -> coming[i].length > level).toArray();
      if (able.length < FEWEST_ITEMS || panel.length < FEWEST_ITEMS) {
        break;
      }
      double[] point = new Level(able, level, predicted).point();
      if (point[0] > before) {
        points.add(point);
        before = point[0];
      }
    }
    float[][] columns = new float[3][points.size()];
    for (int p = 0; p < points.size(); p++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][p] = (float) points.get(p)[c];
      }
    }
    return new EvidenceCurve(columns[0], columns[1], columns[2]);
  }

  /* Scores of the items that have enough people, after so many came: items by panel. */
  private final class Level {
    private final int[] able;
    private final int people;
    private final double[][] content;
    private final double[][] behaviour;
    private final double[][] truth;
    private double evidence;

    Level(int[] able, int people, float[] predicted) {
      this.able = able;
      this.people = people;
      this.content = new double[able.length][];
      this.behaviour = new double[able.length][];
      this.truth = new double[able.length][];
      double[] sums = new double[able.length];
      Parallel.ranges(
          able.length,
          1,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              int item = items[able[i]];
              float[] confidences = new float[people];
              float[] factor = folded(able[i], confidences);
              sums[i] = DegreeWeights.power(confidences, 1);
              behaviour[i] = scores(factor, 0);
              content[i] = scores(predicted, item * model.factors());
              truth[i] = scores(model.slab(), model.slabOffset(item));
            }
          });
      this.evidence = Arrays.stream(sums).average().orElse(0);
    }

    private float[] folded(int item, float[] confidences) {
      List<float[]> factors = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        int at = coming[item][i];
        confidences[i] = interactions.columnConfidence(at);
        factors.add(EvidenceLearning.this.folded(interactions.columnPerson(at)));
      }
      return model.itemFolder().fold(factors, confidences);
    }

    /* Evidence, share of behaviour, share of content. */
    double[] point() {
      double length = Math.sqrt(dot(content, content));
      double other = Math.sqrt(dot(behaviour, behaviour));
      double unit = other == 0 ? 0 : length / other;
      double[] ndcg = Arrays.stream(RATIOS).map(tried -> ndcg(tried * unit)).toArray();
      double best = Arrays.stream(ndcg).max().orElse(0);
      int chosen = 0;
      while (ndcg[chosen] * WORTH < best) {
        chosen++;
      }
      double ratio = RATIOS[chosen] * unit;
      double[][] mixed = new double[able.length][panel.length];
      for (int i = 0; i < able.length; i++) {
        for (int p = 0; p < panel.length; p++) {
          mixed[i][p] = content[i][p] + ratio * behaviour[i][p];
        }
      }
      double squares = dot(mixed, mixed);
      double scale = squares == 0 ? 1 : Math.clamp(dot(mixed, truth) / squares, 0.1, MOST);
      return new double[] {evidence, Math.min(MOST, scale * ratio), scale};
    }

    private double ndcg(double ratio) {
      double sum = 0;
      for (int p = 0; p < panel.length; p++) {
        int person = p;
        Integer[] order =
            IntStream.range(0, able.length)
                .filter(i -> !came(able[i], panel[person]))
                .boxed()
                .sorted(
                    Comparator.comparingDouble(
                        i -> -content[i][person] - ratio * behaviour[i][person]))
                .toArray(Integer[]::new);
        double gained = 0;
        double ideal = 0;
        int relevant = 0;
        for (int rank = 0; rank < order.length; rank++) {
          if (has(panel[p], items[able[order[rank]]])) {
            gained += rank < K ? 1 / Math.log(rank + 2) : 0;
            ideal += relevant < K ? 1 / Math.log(relevant + 2) : 0;
            relevant++;
          }
        }
        sum += relevant == 0 ? 0 : gained / ideal;
      }
      return sum;
    }

    private boolean came(int item, int person) {
      for (int i = 0; i < people; i++) {
        if (interactions.columnPerson(coming[item][i]) == person) {
          return true;
        }
      }
      return false;
    }
  }

  private boolean has(int person, int item) {
    int at =
        Arrays.binarySearch(
            interactions.rows.others(),
            interactions.rowStart(person),
            interactions.rowEnd(person),
            item);
    return at >= 0 && interactions.rowConfidence(at) > 0;
  }

  /* Has something that is ranked and something else to be known by. */
  private boolean isAble(int person) {
    int ranked = 0;
    for (int at = interactions.rowStart(person); at < interactions.rowEnd(person); at++) {
      ranked += isRanked[interactions.rowItem(at)] ? 1 : 0;
    }
    return ranked > 0 && ranked < interactions.personDegree(person);
  }

  private float[] folded(int person) {
    List<float[]> factors = new ArrayList<>();
    float[] confidences = new float[interactions.personDegree(person)];
    int size = 0;
    for (int at = interactions.rowStart(person); at < interactions.rowEnd(person); at++) {
      if (!isRanked[interactions.rowItem(at)]) {
        factors.add(model.itemFactor(interactions.rowItem(at)));
        confidences[size++] = interactions.rowConfidence(at);
      }
    }
    return model.folder().ofEvidence().fold(factors, Arrays.copyOf(confidences, size));
  }

  private double[] scores(float[] factors, int offset) {
    double[] scores = new double[panel.length];
    for (int p = 0; p < scores.length; p++) {
      scores[p] = VectorMath.dot(panelFactors[p], 0, factors, offset, model.directions());
    }
    return scores;
  }

  private static double dot(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int p = 0; p < a[i].length; p++) {
        sum += a[i][p] * b[i][p];
      }
    }
    return sum;
  }
}
