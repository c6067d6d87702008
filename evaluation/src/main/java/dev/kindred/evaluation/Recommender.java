package dev.kindred.evaluation;

/** Scores every item for some people; safe for many threads. */
interface Recommender {
  /**
   * @param people numbers, as many as there are rows of scores
   * @param scores to be filled, one row per person, one column per item
   */
  void score(int[] people, float[][] scores);
}
