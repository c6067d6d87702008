package dev.kindred.cli;

import dev.kindred.evaluation.RetrievalExperiment;
import dev.kindred.learn.LearnerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred evaluate retrieval}: whether and how fast the index finds by factor. */
@Command(
    name = "retrieval",
    description = {
      "Learn factors, serve them, and compare recommendations with scores computed one by one.",
      "",
      "Some people are asked about one after another, on one thread, with filters that pass 100, 50,"
          + " 10, 1 and 0.1 %% of the products; recall@20 is the share of the true first twenty that"
          + " the running engine gives. Then 20 rounds change and delete 2 %% of the products, each"
          + " made visible, and the same is measured again. The times are whole answers. Folding in"
          + " is timed for somebody with 200 events.",
      ""
    })
final class EvaluateRetrievalCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(names = "--train", required = true, paramLabel = "FILE", description = "Learn from this.")
  private Path train;

  @Option(names = "--factors", paramLabel = "N", description = "Instead of the default number.")
  private @Nullable Integer factors;

  @Option(
      names = "--people",
      paramLabel = "N",
      description = "How many are asked about, at most; 200 if not given.")
  private int people = 200;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of every random choice; 1 if not given.")
  private long seed = 1;

  EvaluateRetrievalCommand() {}

  @Override
  public Integer call() throws IOException {
    LearnerSettings usual = shared.configuration().engine().learner();
    LearnerSettings learner = factors == null ? usual : usual.withFactors(factors);
    Figures.measure(
        shared.console(),
        progress ->
            RetrievalExperiment.run(
                new RetrievalExperiment.Request(train, learner, people, seed), progress));
    return 0;
  }
}
