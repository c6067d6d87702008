package dev.kindred.evaluation;

import dev.kindred.learn.AutoTuner;
import dev.kindred.learn.Interactions;
import dev.kindred.learn.LearnerSettings;
import dev.kindred.learn.LearnerSettings.ImplicitAls;
import dev.kindred.learn.LearnerSettings.Popularity;
import dev.kindred.learn.LearnerSettings.Spectral;
import dev.kindred.learn.Learners;
import dev.kindred.learn.ProgressListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be compared in a recommendation experiment. */
public enum Algorithm {
  /** The one of {@link #ALS} and {@link #SPECTRAL} that does better on a held-out part. */
  AUTO,
  ALS,
  SPECTRAL,
  /** Cosine between items over the people who have them, the classic baseline. */
  ITEM_KNN,
  POPULARITY;

  private static final int NEIGHBOURS = 200;
  private static final Duration MOST_TIME = Duration.ofMinutes(1);
  private static final long SEED = 1;

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
   * The learner with its settings; empty for what needs no learner, or has to look at the data
   * first.
   *
   * @param factors instead of the learner's default number
   */
  Optional<LearnerSettings> settings(OptionalInt factors) {
    LearnerSettings settings =
        switch (this) {
          case SPECTRAL -> Spectral.DEFAULT;
          case ALS -> ImplicitAls.DEFAULT;
          case POPULARITY -> new Popularity();
          case AUTO, ITEM_KNN -> null;
        };
    return Optional.ofNullable(settings)
        .map(s -> factors.isPresent() ? s.withFactors(factors.getAsInt()) : s);
  }

  /** Trains on interactions. */
  Recommender train(Interactions interactions, OptionalInt factors, ProgressListener progress) {
    if (this == ITEM_KNN) {
      return new ItemNeighbours(interactions, NEIGHBOURS, progress);
    }
    LearnerSettings settings =
        settings(factors).orElseGet(() -> chosen(interactions, factors, progress));
    return new FactorRecommender(Learners.learn(interactions, settings, progress), interactions);
  }

  private static LearnerSettings chosen(
      Interactions interactions, OptionalInt factors, ProgressListener progress) {
    List<LearnerSettings> candidates =
        Stream.of(SPECTRAL, ALS).flatMap(a -> a.settings(factors).stream()).toList();
    return new AutoTuner(InstantSource.system(), MOST_TIME, SEED)
        .better(interactions, candidates, progress)
        .best();
  }
}
