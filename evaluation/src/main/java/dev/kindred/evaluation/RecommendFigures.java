package dev.kindred.evaluation;

import dev.kindred.learn.Interactions;
import java.util.Arrays;

/**
 * How good lists of recommendations are, means over people.
 *
 * @param recall of each person: hits in the list divided by the number of their held-out items
 * @param ndcg of each person, gain 1 for a held-out item
 * @param coverage share of all items that stand in somebody's list
 * @param novelty bits of self-information of a shown item
 * @param popularity share of people who have a shown item already
 */
record RecommendFigures(
    double[] recall, double[] ndcg, double coverage, double novelty, double popularity) {

  /** Compares lists with what was held out; both in the order of {@code people}. */
  static RecommendFigures of(HeldOut data, int[] people, int[][] lists, int k) {
    Interactions train = data.train();
    int[] degrees = new int[train.items()];
    Arrays.setAll(degrees, train::itemDegree);
    BeyondAccuracy beyond = new BeyondAccuracy(degrees, train.people());
    double[] recall = new double[people.length];
    double[] ndcg = new double[people.length];
    for (int p = 0; p < people.length; p++) {
      int[] held = data.held()[people[p]];
      int[] grades = new int[lists[p].length];
      for (int rank = 0; rank < grades.length; rank++) {
        grades[rank] = Arrays.binarySearch(held, lists[p][rank]) >= 0 ? 1 : 0;
      }
      int[] ideal = new int[held.length];
      Arrays.fill(ideal, 1);
      recall[p] = Metrics.recall(grades, held.length, k);
      ndcg[p] = Metrics.ndcg(grades, ideal, k);
      beyond.add(lists[p]);
    }
    return new RecommendFigures(
        recall, ndcg, beyond.coverage(), beyond.novelty(), beyond.popularity());
  }

  double meanRecall() {
    return Arrays.stream(recall).average().orElse(0);
  }

  double meanNdcg() {
    return Arrays.stream(ndcg).average().orElse(0);
  }
}
