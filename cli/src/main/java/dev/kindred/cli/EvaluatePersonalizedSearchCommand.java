package dev.kindred.cli;

import dev.kindred.evaluation.BroadQuery;
import dev.kindred.evaluation.PersonalizedSearchExperiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred evaluate personalized-search}: whether taste helps who searches broadly. */
@Command(
    name = "personalized-search",
    description = {
      "Hold out what people took last, learn from what they did before, and ask broad queries.",
      "",
      "Of everybody with five products or more (bought, or rated with four stars or more) the newest"
          + " fifth is held out, with everything they did from then on. Each person asks one query,"
          + " made from one of their held-out products; relevant are all of theirs from which the"
          + " same query could be made. Products that they had before are taken out of every answer."
          + " MRR over the first 300 products, nDCG@10 with gain 1 and log2 discount. Compared with"
          + " the same search without taste (plain), without popularity and number of reviews as"
          + " well (words) and, without taste, with a popularity boost.",
      ""
    })
final class EvaluatePersonalizedSearchCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(
      names = "--products",
      required = true,
      paramLabel = "FILE",
      description = "The catalogue, in any form that import takes.")
  private Path products;

  @Option(
      names = "--events",
      required = true,
      paramLabel = "FILE",
      description = "Behaviour with times, in any form that import takes.")
  private Path events;

  @Option(
      names = "--query-from",
      paramLabel = "WHAT",
      description =
          "category, genre or head (the title's last word); if not given, the first of these that"
              + " products have.")
  private @Nullable BroadQuery query;

  @Option(names = "--people", paramLabel = "N", description = "To ask at most; 1000 if not given.")
  private int people = 1_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the choice of people and queries; 1 if not given.")
  private long seed = 1;

  EvaluatePersonalizedSearchCommand() {}

  @Override
  public Integer call() throws IOException {
    PersonalizedSearchExperiment.Request request =
        new PersonalizedSearchExperiment.Request(
            products,
            events,
            Optional.ofNullable(query),
            people,
            seed,
            shared.configuration().engine());
    Figures.measure(
        shared.console(), progress -> PersonalizedSearchExperiment.run(request, progress));
    return 0;
  }
}
