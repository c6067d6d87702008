package dev.kindred.indexer.generation;

import dev.kindred.model.Person;

/**
 * The people who are kept out of every training, so that any two generations can be compared on
 * what these people did next.
 *
 * <p>Who belongs is decided by a hash of the person alone: the same people in every training. The
 * share is 5 %, more in small shops (up to 20 %) so that there are about {@value #WANTED}.
 */
final class Panel {
  private static final int WANTED = 400;
  private static final double LEAST_SHARE = 0.05;
  private static final double MOST_SHARE = 0.2;

  private final double share;

  Panel(int people) {
    double wanted = people == 0 ? MOST_SHARE : (double) WANTED / people;
    // Steps of a factor of two: a growing shop changes its panel rarely, and then to a part of it.
    double stepped = MOST_SHARE;
    while (stepped / 2 >= wanted && stepped / 2 >= LEAST_SHARE) {
      stepped /= 2;
    }
    this.share = stepped;
  }

  boolean has(Person person) {
    return unit(person) < share;
  }

  /** A number from 0 to below 1, evenly spread over people. */
  private static double unit(Person person) {
    // The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    long z = person.id().hashCode() * 0x9E3779B97F4A7C15L + person.kind().ordinal();
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 11) * 0x1p-53;
  }
}
