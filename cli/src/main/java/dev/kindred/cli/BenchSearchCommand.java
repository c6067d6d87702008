package dev.kindred.cli;

import dev.kindred.evaluation.SearchLatency;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred bench-search}: how long searches take in a large catalogue. */
@Command(
    name = "bench-search",
    hidden = true,
    description = {
      "Import a catalogue several times over into a temporary directory and time searches.",
      "",
      "One thread asks two neighbouring words of a random title, without HTTP, the first ten hits:"
          + " by words, by words with two facets and a filter that half of the products pass, and"
          + " the same by words and meaning. As many searches as are counted come before.",
      ""
    })
final class BenchSearchCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(
      names = "--products",
      required = true,
      paramLabel = "FILE",
      description = "The catalogue, in any form that import takes.")
  private Path products;

  @Option(names = "--copies", paramLabel = "N", description = "Of each product; 10 if not given.")
  private int copies = 10;

  @Option(
      names = "--searches",
      paramLabel = "N",
      description = "Of each kind that are counted; 1000 if not given.")
  private int searches = 1_000;

  @Option(names = "--seed", paramLabel = "N", description = "Of the queries; 1 if not given.")
  private long seed = 1;

  BenchSearchCommand() {}

  @Override
  public Integer call() throws IOException {
    Figures.measure(
        shared.console(),
        progress ->
            SearchLatency.run(
                new SearchLatency.Request(products, copies, searches, seed, shared.measuring()),
                progress));
    return 0;
  }
}
