package dev.kindred.learn;

/** Learns a model from interactions; the same input and settings give the same model. */
public sealed interface Learner permits AlsLearner, SpectralLearner, PopularityLearner {

  /** Trains; uses all cores. */
  FactorModel learn(Interactions interactions, ProgressListener progress);
}
