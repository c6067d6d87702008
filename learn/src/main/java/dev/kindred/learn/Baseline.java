package dev.kindred.learn;

/** Something that ranks without factors, against which learners have to stand. */
public interface Baseline {

  /** A short name for reports. */
  String name();

  /** Learns; uses one or all cores. */
  Scoring learn(Interactions train, ProgressListener progress);

  /** Scores everything for people. */
  @FunctionalInterface
  interface Scoring {

    /**
     * @param people by number
     * @param scores a row per person, a number per item, to be written
     */
    void score(int[] people, float[][] scores);
  }
}
