package dev.kindred.learn;

/** Finds the learner that settings ask for. */
public final class Learners {
  private Learners() {}

  /** The learner of these settings. */
  public static Learner of(LearnerSettings settings) {
    return switch (settings) {
      case LearnerSettings.ImplicitAls als -> new AlsLearner(als);
      case LearnerSettings.Spectral spectral -> new SpectralLearner(spectral);
      case LearnerSettings.Popularity popularity -> new PopularityLearner(popularity);
    };
  }

  /** Trains a model; uses all cores. */
  public static FactorModel learn(
      Interactions interactions, LearnerSettings settings, ProgressListener progress) {
    return of(settings).learn(interactions, progress);
  }
}
