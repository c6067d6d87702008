package dev.kindred.evaluation;

import dev.kindred.learn.AutoTuner;
import dev.kindred.learn.Baseline;
import dev.kindred.learn.FactorModel;
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

/** What can be compared in a recommendation experiment. */
public enum Algorithm {
  /** What does best on a held-out part of the training data, within a time budget. */
  AUTO,
  ALS,
  SPECTRAL,
  /** Cosine between items over the people who have them, the classic baseline. */
  ITEM_KNN,
  POPULARITY;

  private static final int NEIGHBOURS = 200;
  private static final int MOST_FACTORS = 512;
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

  /** What was trained, and how that was found. */
  record Trained(
      Recommender recommender,
      String learner,
      Optional<LearnerSettings> settings,
      List<AutoTuner.Trial> trials) {}

  /**
   * Trains on interactions.
   *
   * @param factors that the learner gets; to {@link #AUTO} the most that it may take
   * @param budget of {@link #AUTO} for trials
   */
  Trained train(
      Interactions interactions, OptionalInt factors, Duration budget, ProgressListener progress) {
    if (this == ITEM_KNN) {
      return neighbours(interactions, List.of(), progress);
    }
    if (this != AUTO) {
      return learned(interactions, settings(factors).orElseThrow(), List.of(), progress);
    }
    AutoTuner.Choice choice =
        new AutoTuner(InstantSource.system(), budget, SEED)
            .choose(
                interactions,
                List.of(new NeighboursBaseline()),
                factors.orElse(MOST_FACTORS),
                progress);
    return choice.betterBaseline().isPresent()
        ? neighbours(interactions, choice.trials(), progress)
        : learned(interactions, choice.best(), choice.trials(), progress);
  }

  private static Trained neighbours(
      Interactions interactions, List<AutoTuner.Trial> trials, ProgressListener progress) {
    Recommender recommender = new ItemNeighbours(interactions, NEIGHBOURS, progress);
    return new Trained(recommender, ITEM_KNN.label(), Optional.empty(), trials);
  }

  private static Trained learned(
      Interactions interactions,
      LearnerSettings settings,
      List<AutoTuner.Trial> trials,
      ProgressListener progress) {
    FactorModel model =
        Learners.learn(interactions, settings, progress).withMeanPerson(interactions, SEED);
    Recommender recommender = new FactorRecommender(model, interactions);
    return new Trained(recommender, settings.name(), Optional.of(settings), trials);
  }

  /** {@link #ITEM_KNN} to compare with. */
  private record NeighboursBaseline() implements Baseline {
    @Override
    public String name() {
      return ITEM_KNN.label();
    }

    @Override
    public Scoring learn(Interactions train, ProgressListener progress) {
      return new ItemNeighbours(train, NEIGHBOURS, progress)::score;
    }
  }
}
