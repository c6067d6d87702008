package dev.kindred.cli;

import dev.kindred.engine.DataDirectory;
import dev.kindred.engine.SearchRequest.Mode;
import dev.kindred.engine.Settings;
import dev.kindred.evaluation.SearchExperiment;
import dev.kindred.indexer.meaning.MeaningSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        "lexical, semantic or hybrid; hybrid if not given. Several with commas between are compared:",
        "the figures are those of the last one."
      })
  private List<Mode> modes = List.of(Mode.HYBRID);

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
            misspell == null ? OptionalLong.empty() : OptionalLong.of(misspell),
            settings());
    Map<String, Object> figures;
    try (Progress progress = new Progress(console)) {
      figures = SearchExperiment.run(request, progress::at);
    }
    Figures.print(console, figures);
    return 0;
  }

  /** Texts embedded once are kept in the data directory for the next time. */
  private Settings settings() throws IOException {
    Settings settings = shared.configuration().engine();
    MeaningSettings meaning = settings.meaning();
    Path cache = meaning.cache().orElse(new DataDirectory(shared.data()).embeddings());
    return settings.withMeaning(
        new MeaningSettings(meaning.on(), meaning.model(), Optional.of(cache)));
  }
}
