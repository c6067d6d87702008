package dev.kindred.learn;

import java.util.Optional;

/** Finds the learner that settings ask for. */
public final class Learners {
  private Learners() {}

  /** The learner of these settings. */
  public static Learner of(LearnerSettings settings) {
    return switch (settings) {
      case LearnerSettings.ImplicitAls als -> new AlsLearner(als, als.epochs());
      case LearnerSettings.Spectral spectral -> new SpectralLearner(spectral);
      case LearnerSettings.Popularity popularity -> new PopularityLearner(popularity);
    };
  }

  /** Trains a model; uses all cores. */
  public static FactorModel learn(
      Interactions interactions, LearnerSettings settings, ProgressListener progress) {
    return of(settings).learn(interactions, progress);
  }

  /**
   * Trains a model from factors that other interactions gave, where the learner can begin there and
   * they are of the same length; uses all cores.
   *
   * @param start items by directions of the model's space, row by row; zeros for new items
   */
  public static FactorModel learn(
      Interactions interactions,
      LearnerSettings settings,
      Optional<float[]> start,
      ProgressListener progress) {
    Optional<float[]> usable =
        start.filter(s -> s.length == (long) interactions.items() * settings.factors());
    return settings instanceof LearnerSettings.ImplicitAls als && usable.isPresent()
        ? new AlsLearner(als, als.warmEpochs()).learn(interactions, usable, progress)
        : learn(interactions, settings, progress);
  }
}
