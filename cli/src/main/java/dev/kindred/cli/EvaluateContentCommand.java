package dev.kindred.cli;

import dev.kindred.evaluation.ContentExperiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred evaluate content}: what content and reviews are worth for new products. */
@Command(
    name = "content",
    description = {
      "Take all interactions from some products and recommend these by their content alone, with"
          + " the features of it made in several ways.",
      "",
      "words: title, description, brand, categories and attributes as one bag of words. content:"
          + " what the engine makes of the same: a block for each, names, bands of numbers. titles:"
          + " content and what the title states. review_count: content and how many reviews there"
          + " are. aspects: content and what reviews praise and blame. reviews: content and the"
          + " words of reviews, as in serving. most_reviewed_alone: by the number of reviews.",
      "",
      "Products are dealt into folds; each fold in turn is cold. Half of the people, drawn for each"
          + " fold, are writers: of cold products only their reviews are known, and they are not"
          + " asked; of other products only the others' reviews are known. nDCG@10 of lists of the"
          + " cold products, gain 1 for one that the person had, is averaged over a person's folds"
          + " and seeds and then over people. Differences come with a 95 %% interval (bootstrap over"
          + " people) and the p of a paired randomisation test.",
      ""
    })
final class EvaluateContentCommand implements Callable<Integer> {
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
      description = "Behaviour, in any form that import takes.")
  private Path events;

  @Option(
      names = "--reviews",
      paramLabel = "FILE",
      description = "Reviews, in any form that import takes; often the same file as the behaviour.")
  private Optional<Path> reviews = Optional.empty();

  @Option(names = "--aspects", description = "Read the reviews for aspects, too; takes a while.")
  private boolean aspects;

  @Option(
      names = "--without",
      paramLabel = "NAME",
      split = ",",
      description = "Attributes to leave out, because a new product cannot have them.")
  private Set<String> without = Set.of();

  @Option(
      names = "--part",
      paramLabel = "PART",
      description = "Which half of the products is cold: test (if not given) or development.")
  private ContentExperiment.Part part = ContentExperiment.Part.TEST;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "That these are dealt into; 3 if not given.")
  private int folds = 3;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How often it is repeated with other folds and writers; 3 if not given.")
  private int seeds = 3;

  EvaluateContentCommand() {}

  @Override
  public Integer call() throws IOException {
    ContentExperiment.Request request =
        new ContentExperiment.Request(
            products,
            events,
            reviews,
            aspects,
            without,
            part,
            folds,
            seeds,
            shared.configuration().engine().learner());
    Figures.measure(shared.console(), progress -> ContentExperiment.run(request, progress));
    return 0;
  }
}
