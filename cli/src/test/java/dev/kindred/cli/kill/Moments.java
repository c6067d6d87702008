package dev.kindred.cli.kill;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Picks when to kill: evenly over the time that what is killed usually takes, which it learns while
 * it goes, as machines differ.
 */
final class Moments {
  private static final long FIRST_GUESS_MILLIS = 3_000;
  private static final long SHORTEST_MILLIS = 500;

  private final Map<String, Long> usualMillis = new ConcurrentHashMap<>();

  /** Milliseconds after the beginning; sometimes more than it takes, so that some are spared. */
  long next(String kind, SplittableRandom random) {
    return random.nextLong(usualMillis.getOrDefault(kind, FIRST_GUESS_MILLIS) * 5 / 4);
  }

  /** What was to be killed had ended before. */
  void ended(String kind, long millis) {
    usualMillis.put(kind, Math.max(SHORTEST_MILLIS, millis));
  }

  /** It was killed; it may take longer than was thought. */
  void killed(String kind) {
    usualMillis.merge(kind, FIRST_GUESS_MILLIS, (usual, none) -> usual + usual / 10);
  }
}
