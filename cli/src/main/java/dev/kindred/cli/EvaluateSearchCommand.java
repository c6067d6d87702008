package dev.kindred.cli;

import dev.kindred.evaluation.SearchComparison;
import dev.kindred.evaluation.SearchExperiment;
import dev.kindred.evaluation.SearchReport;
import dev.kindred.evaluation.SearchSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred evaluate search}: how good the answers to judged queries are. */
@Command(
    name = "search",
    description = {
      "Import a catalogue into a temporary directory, ask the judged queries, compare.",
      "",
      "Judgments: tab-separated query, product id, grade (0 is not relevant); plain or gzip."
          + " nDCG@10 has gain 2^grade - 1 and log2 discount; a product that nobody judged counts as"
          + " 0; queries without a relevant product are left out. The condensed figure removes"
          + " unjudged products from the answer before scoring. Judgments come from what one engine"
          + " once found, so read both, together with judged@10, the share of the first ten that"
          + " somebody judged.",
      ""
    })
final class EvaluateSearchCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(
      names = "--products",
      required = true,
      paramLabel = "FILE",
      description = "The catalogue, in any form that import takes.")
  private Path products;

  @Option(
      names = "--judgments",
      required = true,
      paramLabel = "FILE",
      description = "Grades of products for queries.")
  private Path judgments;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      split = ",",
      description = {
        "lexical, semantic, hybrid, or the baselines rrf (reciprocal rank fusion) and minmax (mean of",
        "scores from 0 to 1); hybrid if not given. Several with commas between are compared: the",
        "figures are those of the last one, with its lead over each of the others."
      })
  private List<SearchSystem> modes = List.of(SearchSystem.HYBRID);

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write an HTML page: gains and losses by query, the worst queries with what they showed and"
              + " missed.")
  private @Nullable Path report;

  @Option(
      names = "--queries",
      paramLabel = "N",
      description = "Ask so many at most, drawn at random; all if not given.")
  private int queries = Integer.MAX_VALUE;

  @Option(
      names = "--misspell",
      paramLabel = "SEED",
      description =
          "Ask each query with one random slip in a word of 5 letters or more; the figures then say"
              + " what is kept of those without.")
  private @Nullable Long misspell;

  EvaluateSearchCommand() {}

  @Override
  public Integer call() throws IOException {
    Console console = shared.console();
    SearchExperiment.Request request =
        new SearchExperiment.Request(
            products,
            judgments,
            modes,
            queries,
            misspell == null ? OptionalLong.empty() : OptionalLong.of(misspell),
            shared.measuring());
    SearchComparison comparison;
    try (Progress progress = new Progress(console)) {
      comparison = SearchExperiment.run(request, progress::at);
    }
    if (report != null) {
      Files.writeString(report, new SearchReport(comparison).html());
      console.say("The report is in " + report);
    }
    if (console.json()) {
      console.printJson(comparison.json());
    } else {
      comparison.table().forEach(console::print);
    }
    return 0;
  }
}
