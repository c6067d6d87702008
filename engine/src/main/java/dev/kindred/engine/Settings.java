package dev.kindred.engine;

import dev.kindred.indexer.meaning.MeaningSettings;
import dev.kindred.learn.EventWeights;
import dev.kindred.learn.LearnerSettings;
import java.time.Clock;
import java.time.Duration;

/**
 * What a shop may set; {@link #DEFAULTS} suits most.
 *
 * @param refresh how often changes become visible, 10 ms or more
 * @param ranking weights of the signals
 * @param meaning whether and how texts are embedded; off if not asked for
 * @param events how much each type of event says
 * @param trendHalfLife after which an event counts half in what is popular
 * @param learner how factors are learned
 */
public record Settings(
    Duration refresh,
    RankingWeights ranking,
    MeaningSettings meaning,
    EventWeights events,
    Duration trendHalfLife,
    LearnerSettings learner,
    Clock clock) {

  /** What holds when nothing is said. */
  public static final Settings DEFAULTS =
      new Settings(
          Duration.ofSeconds(1),
          RankingWeights.DEFAULTS,
          MeaningSettings.OFF,
          EventWeights.DEFAULT,
          Duration.ofDays(14),
          LearnerSettings.DEFAULT,
          Clock.systemUTC());

  /** The same with other weights. */
  public Settings withRanking(RankingWeights other) {
    return new Settings(refresh, other, meaning, events, trendHalfLife, learner, clock);
  }

  /** The same with another meaning. */
  public Settings withMeaning(MeaningSettings other) {
    return new Settings(refresh, ranking, other, events, trendHalfLife, learner, clock);
  }

  private static final int SHORTEST_REFRESH_MILLIS = 10;

  public Settings {
    if (refresh.toMillis() < SHORTEST_REFRESH_MILLIS) {
      throw new IllegalArgumentException("refresh must be 10 ms or more, got " + refresh);
    }
    if (!trendHalfLife.isPositive()) {
      throw new IllegalArgumentException(
          "trend_half_life must be longer than zero, got " + trendHalfLife);
    }
  }
}
