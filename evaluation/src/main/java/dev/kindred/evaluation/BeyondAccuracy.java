package dev.kindred.evaluation;

/**
 * What recommendation lists are like apart from being right; collects lists of item numbers.
 *
 * <p>Not safe for use by several threads.
 */
final class BeyondAccuracy {
  private final int[] degrees;
  private final int people;
  private final boolean[] shown;
  private int coverage;
  private double noveltySum;
  private double popularitySum;
  private long places;

  /**
   * @param degrees how many people of the training data each item has
   * @param people of the training data
   */
  BeyondAccuracy(int[] degrees, int people) {
    this.degrees = degrees;
    this.people = people;
    this.shown = new boolean[degrees.length];
  }

  void add(int[] list) {
    for (int item : list) {
      if (!shown[item]) {
        shown[item] = true;
        coverage++;
      }
      noveltySum -= Math.log((degrees[item] + 1.0) / (people + 1.0)) / Math.log(2);
      popularitySum += degrees[item];
      places++;
    }
  }

  /** Share of all items that stand in one list or more. */
  double coverage() {
    return degrees.length == 0 ? 0 : (double) coverage / degrees.length;
  }

  /** Mean self-information of the shown items in bits: -log2 of the share of people who have it. */
  double novelty() {
    return places == 0 ? 0 : noveltySum / places;
  }

  /** Mean share of people who have the shown items already; high when everybody gets the same. */
  double popularity() {
    return places == 0 ? 0 : popularitySum / places / people;
  }
}
