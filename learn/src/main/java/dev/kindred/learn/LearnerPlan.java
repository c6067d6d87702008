package dev.kindred.learn;

import dev.kindred.model.InvalidFieldException;
import java.time.Duration;
import java.util.Optional;

/**
 * How a training comes to its learner.
 *
 * @param fixed this learner; empty to look for the best one
 * @param reuse whether settings that serve already are taken over instead of looking again
 * @param budget for looking, after which no new trial is begun; zero or longer
 */
public record LearnerPlan(Optional<LearnerSettings> fixed, boolean reuse, Duration budget) {
  /** What serves already; the first time, a short look. */
  public static final LearnerPlan USUAL =
      new LearnerPlan(Optional.empty(), true, Duration.ofSeconds(10));

  public LearnerPlan {
    if (budget.isNegative()) {
      throw new InvalidFieldException("budget", "zero or longer", budget);
    }
  }

  /** This learner. */
  public static LearnerPlan of(LearnerSettings settings) {
    return new LearnerPlan(Optional.of(settings), false, Duration.ZERO);
  }

  /** The best that is found in this time. */
  public static LearnerPlan auto(Duration budget) {
    return new LearnerPlan(Optional.empty(), false, budget);
  }
}
