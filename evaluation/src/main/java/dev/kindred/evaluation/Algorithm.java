package dev.kindred.evaluation;

import dev.kindred.learn.Interactions;
import dev.kindred.learn.LearnerSettings;
import dev.kindred.learn.LearnerSettings.ImplicitAls;
import dev.kindred.learn.LearnerSettings.Popularity;
import dev.kindred.learn.LearnerSettings.Spectral;
import dev.kindred.learn.Learners;
import dev.kindred.learn.ProgressListener;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What can be compared in a recommendation experiment. */
public enum Algorithm {
  /** What Kindred takes unless told otherwise. */
  AUTO,
  ALS,
  SPECTRAL,
  /** Cosine between items over the people who have them, the classic baseline. */
  ITEM_KNN,
  POPULARITY;

  private static final int NEIGHBOURS = 200;

  /** The name on the command line: {@code item-knn}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The algorithm with this label.
   *
   * @throws IllegalArgumentException naming all labels
   */
  public static Algorithm labelled(String label) {
    return Arrays.stream(values())
        .filter(a -> a.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "algorithm must be one of "
                    + Arrays.stream(values())
                        .map(Algorithm::label)
                        .collect(Collectors.joining(", "))
                    + ", got "
                    + label));
  }

  /**
   * The learner with its settings; empty for what needs no learner.
   *
   * @param factors instead of the learner's default number
   */
  Optional<LearnerSettings> settings(OptionalInt factors) {
    LearnerSettings settings =
        switch (this) {
          case AUTO -> LearnerSettings.DEFAULT;
          case SPECTRAL -> Spectral.DEFAULT;
          case ALS -> ImplicitAls.DEFAULT;
          case POPULARITY -> new Popularity();
          case ITEM_KNN -> null;
        };
    return Optional.ofNullable(settings)
        .map(s -> factors.isPresent() ? s.withFactors(factors.getAsInt()) : s);
  }

  /** Trains on interactions. */
  Recommender train(Interactions interactions, OptionalInt factors, ProgressListener progress) {
    return settings(factors)
        .<Recommender>map(
            s -> new FactorRecommender(Learners.learn(interactions, s, progress), interactions))
        .orElseGet(() -> new ItemNeighbours(interactions, NEIGHBOURS, progress));
  }
}
