package dev.kindred.evaluation;

import java.util.Arrays;

/**
 * Measures of one ranked list, as used throughout information retrieval.
 *
 * <p>A list is given as grades in ranked order, 0 for what is not relevant, {@link #UNJUDGED} for
 * what nobody judged. All measures lie in 0 to 1.
 */
public final class Metrics {
  /** In place of a grade: nobody judged this product for this query. Counts as 0. */
  public static final int UNJUDGED = -1;

  private Metrics() {}

  /**
   * Normalised discounted cumulative gain: the gain 2^grade - 1 of each position divided by log2 of
   * its rank + 1, summed over the first k, divided by the best such sum that any order of the
   * judged products has (Järvelin and Kekäläinen, 2002; exponential gain after Burges et al.,
   * 2005).
   *
   * @param ranked grades in ranked order
   * @param judged all grades of the query in any order
   * @throws IllegalArgumentException if no judged product is relevant: then there is no best sum
   */
  public static double ndcg(int[] ranked, int[] judged, int k) {
    double best = dcg(descending(judged), k);
    if (best == 0) {
      throw new IllegalArgumentException("one grade or more must be above 0, got none");
    }
    return dcg(ranked, k) / best;
  }

  /** Discounted cumulative gain of the first k, not normalised. */
  static double dcg(int[] ranked, int k) {
    double sum = 0;
    for (int rank = 0; rank < Math.min(k, ranked.length); rank++) {
      int grade = Math.max(0, ranked[rank]);
      sum += (Math.pow(2, grade) - 1) / log2(rank + 2);
    }
    return sum;
  }

  /** The list without what nobody judged; measures of it do not punish for unknown products. */
  public static int[] condensed(int[] ranked) {
    return Arrays.stream(ranked).filter(grade -> grade != UNJUDGED).toArray();
  }

  /** Share of the first k that somebody judged; 1 for an empty list. */
  public static double judged(int[] ranked, int k) {
    int length = Math.min(k, ranked.length);
    if (length == 0) {
      return 1;
    }
    return (double) condensed(Arrays.copyOf(ranked, length)).length / length;
  }

  /** Relevant products among the first k, divided by k. */
  public static double precision(int[] ranked, int k) {
    return (double) relevant(ranked, k) / k;
  }

  /**
   * Relevant products among the first k, divided by all relevant ones, however many.
   *
   * @param relevant all relevant products, 1 or more
   */
  public static double recall(int[] ranked, int relevant, int k) {
    if (relevant < 1) {
      throw new IllegalArgumentException("relevant must be >= 1, got " + relevant);
    }
    return (double) relevant(ranked, k) / relevant;
  }

  /** 1 divided by the rank of the first relevant product; 0 without one. */
  public static double reciprocalRank(int[] ranked) {
    for (int rank = 0; rank < ranked.length; rank++) {
      if (ranked[rank] > 0) {
        return 1.0 / (rank + 1);
      }
    }
    return 0;
  }

  private static int relevant(int[] ranked, int k) {
    int count = 0;
    for (int rank = 0; rank < Math.min(k, ranked.length); rank++) {
      if (ranked[rank] > 0) {
        count++;
      }
    }
    return count;
  }

  private static int[] descending(int[] grades) {
    int[] sorted = grades.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length / 2; i++) {
      int other = sorted.length - 1 - i;
      int swapped = sorted[i];
      sorted[i] = sorted[other];
      sorted[other] = swapped;
    }
    return sorted;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
