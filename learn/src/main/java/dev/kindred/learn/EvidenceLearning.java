package dev.kindred.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns an {@link EvidenceCurve}: takes well-known items as if only few people had come to them,
 * and looks which mixture of what these people say and what content says scores people most like
 * the factor that was learned from all.
 *
 * <p>The people's factors are folded in without the item. Errors are those of the scores of a
 * sample of people, so that directions in which nobody differs do not count.
 */
final class EvidenceLearning {
  private static final int[] LEVELS = {1, 2, 5, 10, 20, 50};
  private static final int MOST_ITEMS = 150;
  private static final int PANEL = 128;

  /** How many items the shares assumed beforehand count for. */
  private static final double ASSUMED_ITEMS = 4;

  private static final double MOST = 1.5;

  private final FactorModel model;
  private final Interactions interactions;
  private final List<float[]> panel = new ArrayList<>();

  EvidenceLearning(FactorModel model, Interactions interactions) {
    this.model = model;
    this.interactions = interactions;
  }

  /**
   * @param heldOut items that the map behind the predictions was not learned from
   * @param predicted factors of all items by content, items by factors
   */
  EvidenceCurve learn(int[] heldOut, float[] predicted, SplittableRandom random) {
    int[] people =
        IntStream.range(0, interactions.people())
            .filter(p -> interactions.personDegree(p) > 1)
            .toArray();
    int[] items = drawn(heldOut, MOST_ITEMS, random);
    if (people.length == 0 || items.length == 0) {
      return EvidenceCurve.DEFAULT;
    }
    for (int person : drawn(people, PANEL, random)) {
      panel.add(folded(person, -1));
    }
    long seed = random.nextLong();
    Sums[][] sums = new Sums[items.length][];
    Parallel.ranges(
        items.length,
        1,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            sums[i] = sums(items[i], predicted, new SplittableRandom(seed + i));
          }
        });
    return curve(sums);
  }

  /* What a least-squares fit of the truth t by behaviour b and content c needs, over items. */
  private static final class Sums {
    double bb;
    double bc;
    double cc;
    double bt;
    double ct;
    double evidence;
    int items;

    void add(Sums other) {
      bb += other.bb;
      bc += other.bc;
      cc += other.cc;
      bt += other.bt;
      ct += other.ct;
      evidence += other.evidence;
      items += other.items;
    }
  }

  /* One for each level that the item has enough people for: more than the level. */
  private Sums[] sums(int item, float[] predicted, SplittableRandom random) {
    int k = model.factors();
    int start = interactions.columnStart(item);
    int[] positions =
        drawn(
            IntStream.range(start, interactions.columnEnd(item))
                .filter(at -> interactions.columnConfidence(at) > 0)
                .filter(at -> interactions.personDegree(interactions.columnPerson(at)) > 1)
                .toArray(),
            LEVELS[LEVELS.length - 1] + 1,
            random);
    int levels = 0;
    while (levels < LEVELS.length && LEVELS[levels] < positions.length) {
      levels++;
    }
    List<float[]> people = new ArrayList<>();
    for (int i = 0; levels > 0 && i < LEVELS[levels - 1]; i++) {
      people.add(folded(interactions.columnPerson(positions[i]), item));
    }
    double[] truth = scores(model.slab(), model.slabOffset(item));
    double[] content = scores(predicted, item * k);
    Sums[] sums = new Sums[levels];
    for (int level = 0; level < levels; level++) {
      float[] confidences = new float[LEVELS[level]];
      for (int i = 0; i < confidences.length; i++) {
        confidences[i] = interactions.columnConfidence(positions[i]);
      }
      float[] folded = model.itemFolder().fold(people.subList(0, confidences.length), confidences);
      double[] behaviour = scores(folded, 0);
      Sums own = new Sums();
      own.bb = dot(behaviour, behaviour);
      own.bc = dot(behaviour, content);
      own.cc = dot(content, content);
      own.bt = dot(behaviour, truth);
      own.ct = dot(content, truth);
      own.evidence = DegreeWeights.power(confidences, 1);
      own.items = 1;
      sums[level] = own;
    }
    return sums;
  }

  private static EvidenceCurve curve(Sums[][] ofItems) {
    List<float[]> points = new ArrayList<>();
    float before = 0;
    for (int level = 0; level < LEVELS.length; level++) {
      Sums all = new Sums();
      for (Sums[] item : ofItems) {
        if (level < item.length) {
          all.add(item[level]);
        }
      }
      float evidence = all.items == 0 ? 0 : (float) (all.evidence / all.items);
      if (evidence > before && all.bb > 0 && all.cc > 0) {
        points.add(point(all, evidence));
        before = evidence;
      }
    }
    float[][] columns = new float[3][points.size()];
    for (int p = 0; p < points.size(); p++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][p] = points.get(p)[c];
      }
    }
    return new EvidenceCurve(columns[0], columns[1], columns[2]);
  }

  private static float[] point(Sums all, float evidence) {
    double pull = ASSUMED_ITEMS / all.items;
    double bb = all.bb * (1 + pull);
    double cc = all.cc * (1 + pull);
    double bt = all.bt + all.bb * pull;
    double ct = all.ct + all.cc * pull * EvidenceCurve.faded(evidence);
    double determinant = bb * cc - all.bc * all.bc;
    double behaviour = (bt * cc - ct * all.bc) / determinant;
    double content = (ct * bb - bt * all.bc) / determinant;
    return new float[] {
      evidence, (float) Math.clamp(behaviour, 0, MOST), (float) Math.clamp(content, 0, MOST)
    };
  }

  private float[] folded(int person, int without) {
    List<float[]> factors = new ArrayList<>();
    float[] confidences = new float[interactions.personDegree(person)];
    int size = 0;
    for (int at = interactions.rowStart(person); at < interactions.rowEnd(person); at++) {
      if (interactions.rowItem(at) != without) {
        factors.add(model.itemFactor(interactions.rowItem(at)));
        confidences[size++] = interactions.rowConfidence(at);
      }
    }
    return model.folder().fold(factors, Arrays.copyOf(confidences, size));
  }

  private double[] scores(float[] factors, int offset) {
    double[] scores = new double[panel.size()];
    for (int p = 0; p < scores.length; p++) {
      scores[p] = VectorMath.dot(panel.get(p), 0, factors, offset, model.directions());
    }
    return scores;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /* Some of them, in random order. */
  private static int[] drawn(int[] from, int most, SplittableRandom random) {
    int[] drawn = from.clone();
    int size = Math.min(most, drawn.length);
    for (int i = 0; i < size; i++) {
      int j = i + random.nextInt(drawn.length - i);
      int other = drawn[i];
      drawn[i] = drawn[j];
      drawn[j] = other;
    }
    return Arrays.copyOf(drawn, size);
  }
}
