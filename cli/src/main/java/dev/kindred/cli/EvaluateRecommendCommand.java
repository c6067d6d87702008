package dev.kindred.cli;

import dev.kindred.evaluation.Algorithm;
import dev.kindred.evaluation.RecommendExperiment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred evaluate recommend}: how well people's next items are guessed. */
@Command(
    name = "recommend",
    description = {
      "Learn from one file of behaviour and guess the other.",
      "",
      "Files: lines `user item item ...`, or events, ratings and interactions as import takes"
          + " them; plain or gzip. A rating counts as liking above 2.5 stars. Without --test, or"
          + " with the same file, the latest fifth of each person's behaviour is held out (of"
          + " people with five or more; drawn at random where the file has no times).",
      "",
      "All items are ranked for everybody with held-out items, never a sample of them, without the"
          + " person's training items; the lower id wins a tie. Recall@k is the number of held-out"
          + " items among the first k divided by the number of held-out items. nDCG@k has gain 1"
          + " for a held-out item and log2 discount. The 95%% interval is a bootstrap over people.",
      ""
    })
final class EvaluateRecommendCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(names = "--train", required = true, paramLabel = "FILE", description = "Learn from this.")
  private Path train;

  @Option(names = "--test", paramLabel = "FILE", description = "Guess this.")
  private @Nullable Path test;

  @Option(names = "--k", paramLabel = "N", description = "Length of the lists; 20 if not given.")
  private int k = 20;

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      description = "auto, als, spectral, item-knn or popularity; auto if not given.")
  private String algorithm = "auto";

  @Option(
      names = "--factors",
      paramLabel = "N",
      description = "Instead of the default number; to auto, the most.")
  private @Nullable Integer factors;

  @Option(
      names = "--served",
      paramLabel = "N",
      description =
          "Ask for so many people through the running engine as well, factors in its index, and give"
              + " served_recall beside the exact one of the same people; 1000 if not given, 0 for"
              + " not at all.")
  private int served = 1_000;

  @Option(
      names = "--diversity",
      paramLabel = "D,...",
      split = ",",
      description =
          "Ask the same people through the running engine for lists of these diversities, 0 to 1,"
              + " too.")
  private List<Double> diversities = List.of();

  @Option(
      names = "--budget-seconds",
      paramLabel = "N",
      description =
          "How long auto may try learners on a held-out part of the training data; 60 if not"
              + " given. What was tried is in the result.")
  private int budgetSeconds = 60;

  @Option(
      names = "--ratings",
      description = {
        "Foretell the stars in --train as well, by a model of biases and factors: rmse and mae over",
        "the file's folds (user, item, stars, fold from 1 to 10, with tabs) or over five at random."
      })
  private boolean ratings;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of every random choice; 1 if not given.")
  private long seed = 1;

  EvaluateRecommendCommand() {}

  @Override
  public Integer call() throws IOException {
    RecommendExperiment.Request request =
        new RecommendExperiment.Request(
            train,
            Optional.ofNullable(test),
            k,
            Algorithm.labelled(algorithm),
            factors == null ? OptionalInt.empty() : OptionalInt.of(factors),
            served,
            diversities,
            Duration.ofSeconds(budgetSeconds),
            ratings,
            seed);
    Figures.measure(shared.console(), progress -> RecommendExperiment.run(request, progress));
    return 0;
  }
}
