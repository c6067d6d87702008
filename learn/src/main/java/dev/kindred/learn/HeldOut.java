package dev.kindred.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Interactions divided at random into a part to learn from and a part to be predicted.
 *
 * @param train what may be learned from
 * @param test what is to be predicted: entries above 0 of people who keep enough
 * @param people who are asked, ascending
 */
record HeldOut(Interactions train, Interactions test, int[] people) {
  private static final int ONE_IN = 10;
  private static final int KEPT_AT_LEAST = 2;
  private static final int PEOPLE_AT_ONCE = 8;

  /**
   * Holds out about a tenth of everybody's entries.
   *
   * @param mostPeople how many are asked, 1 or more; others keep everything
   */
  static HeldOut of(Interactions all, int mostPeople, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] able =
        IntStream.range(0, all.people())
            .filter(person -> all.personDegree(person) > KEPT_AT_LEAST)
            .toArray();
    int[] asked = Sample.of(able, mostPeople, random);
    Arrays.sort(asked);
    Interactions.Builder train = Interactions.builder(all.people(), all.items());
    Interactions.Builder test = Interactions.builder(all.people(), all.items());
    for (int person = 0; person < all.people(); person++) {
      int from = all.rowStart(person);
      int degree = all.personDegree(person);
      boolean isAsked = Arrays.binarySearch(asked, person) >= 0;
      int certain = isAsked ? from + random.nextInt(degree) : -1;
      int left = degree;
      for (int at = from; at < from + degree; at++) {
        boolean out =
            isAsked
                && all.rowConfidence(at) > 0
                && left > KEPT_AT_LEAST
                && (at == certain || random.nextInt(ONE_IN) == 0);
        left -= out ? 1 : 0;
        (out ? test : train).add(person, all.rowItem(at), all.rowConfidence(at));
      }
    }
    Interactions tested = test.build();
    int[] people = Arrays.stream(asked).filter(p -> tested.personDegree(p) > 0).toArray();
    return new HeldOut(train.build(), tested, people);
  }

  /**
   * The mean nDCG of the first k items of each asked person, all items ranked but those in train;
   * binary gain, log2 discount; 0 when nobody is asked.
   */
  double ndcg(FactorModel model, int k) {
    double[] sums = new double[(people.length + PEOPLE_AT_ONCE - 1) / PEOPLE_AT_ONCE];
    Parallel.ranges(
        people.length,
        PEOPLE_AT_ONCE,
        (from, to) -> sums[from / PEOPLE_AT_ONCE] = ndcgOf(model, k, from, to));
    return people.length == 0 ? 0 : Arrays.stream(sums).sum() / people.length;
  }

  /* Several people at once: an item's factor is read from memory once for all of them. */
  private double ndcgOf(FactorModel model, int k, int from, int to) {
    List<float[]> factors = new ArrayList<>();
    List<TopItems> tops = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int[] had = train.itemsOf(people[i]);
      List<float[]> evidence = new ArrayList<>();
      for (int item : had) {
        evidence.add(model.itemFactor(item));
      }
      factors.add(model.folder().fold(evidence, train.confidencesOf(people[i])));
      tops.add(new TopItems(k, had));
    }
    int width = model.factors();
    for (int item = 0; item < model.items(); item++) {
      for (int i = 0; i < factors.size(); i++) {
        tops.get(i)
            .offer(
                item,
                VectorMath.dot(factors.get(i), 0, model.slab(), model.slabOffset(item), width));
      }
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += ndcgOf(tops.get(i - from).items(), test.itemsOf(people[i]), k);
    }
    return sum;
  }

  /** The same of a baseline. */
  double ndcg(Baseline.Scoring scoring, int k) {
    double sum = 0;
    float[][] scores = new float[PEOPLE_AT_ONCE][train.items()];
    for (int from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
      int to = Math.min(people.length, from + PEOPLE_AT_ONCE);
      int[] asked = Arrays.copyOfRange(people, from, to);
      scoring.score(asked, Arrays.copyOf(scores, asked.length));
      for (int i = 0; i < asked.length; i++) {
        TopItems top = new TopItems(k, train.itemsOf(asked[i]));
        for (int item = 0; item < train.items(); item++) {
          top.offer(item, scores[i][item]);
        }
        sum += ndcgOf(top.items(), test.itemsOf(asked[i]), k);
      }
    }
    return people.length == 0 ? 0 : sum / people.length;
  }

  /** nDCG of a ranked list; {@code relevant} ascending. */
  static double ndcgOf(int[] ranked, int[] relevant, int k) {
    double gained = 0;
    for (int rank = 0; rank < ranked.length; rank++) {
      if (Arrays.binarySearch(relevant, ranked[rank]) >= 0) {
        gained += discount(rank);
      }
    }
    double ideal = 0;
    for (int rank = 0; rank < Math.min(k, relevant.length); rank++) {
      ideal += discount(rank);
    }
    return gained / ideal;
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 2);
  }
}
