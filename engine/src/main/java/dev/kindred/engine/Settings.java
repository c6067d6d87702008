package dev.kindred.engine;

import java.time.Duration;

/**
 * What a shop may set; {@link #DEFAULTS} suits most.
 *
 * @param refresh how often changes become visible, 10 ms or more
 * @param ranking weights of the signals
 */
public record Settings(Duration refresh, RankingWeights ranking) {

  /** What holds when nothing is said. */
  public static final Settings DEFAULTS =
      new Settings(Duration.ofSeconds(1), RankingWeights.DEFAULTS);

  public Settings {
    if (refresh.toMillis() < 10) {
      throw new IllegalArgumentException("refresh must be 10 ms or more, got " + refresh);
    }
  }
}
