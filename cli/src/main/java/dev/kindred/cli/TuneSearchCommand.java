package dev.kindred.cli;

import dev.kindred.evaluation.SearchTuning;
import dev.kindred.evaluation.TunedWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred tune search}: weights of words, meaning and kind, fitted to judged queries. */
@Command(
    name = "search",
    description = {
      "Fit the weights ranking.lexical, ranking.semantic, ranking.category and"
          + " ranking.review_count to judged queries.",
      "",
      "Each query is answered with weights that were chosen on other queries; these answers are"
          + " compared with those of the weights in use (--config) by a paired randomisation test."
          + " What is fitted is the mean of nDCG@10 and condensed nDCG@10, as in 'evaluate search'."
          + " The result is YAML that --config takes.",
      ""
    })
final class TuneSearchCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(
      names = "--products",
      required = true,
      paramLabel = "FILE",
      description = "The catalogue; given again, a further one, which counts alike.")
  private List<Path> products;

  @Option(
      names = "--judgments",
      required = true,
      paramLabel = "FILE",
      description = "Query, product id and grade with tabs between; one file a catalogue.")
  private List<Path> judgments;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write the YAML; standard output if not given.")
  private @Nullable Path out;

  @Option(
      names = "--queries",
      paramLabel = "N",
      description = "Queries of a file to ask at most; 300 if not given.")
  private int queries = 300;

  @Option(names = "--folds", paramLabel = "N", description = "Parts; 5 if not given.")
  private int folds = 5;

  @Option(names = "--seed", paramLabel = "N", description = "Of what is drawn; 1 if not given.")
  private long seed = 1;

  TuneSearchCommand() {}

  @Override
  public Integer call() throws IOException {
    if (products.size() != judgments.size()) {
      throw new IllegalArgumentException(
          "--judgments must be given once for each --products, got "
              + judgments.size()
              + " for "
              + products.size());
    }
    List<SearchTuning.JudgedSet> sets = new ArrayList<>();
    for (int i = 0; i < products.size(); i++) {
      sets.add(new SearchTuning.JudgedSet(products.get(i), judgments.get(i)));
    }
    Console console = shared.console();
    TunedWeights tuned;
    try (Progress progress = new Progress(console)) {
      tuned =
          SearchTuning.run(
              new SearchTuning.Request(sets, queries, folds, seed, shared.measuring()),
              progress::at);
    }
    if (out != null) {
      Files.writeString(out, tuned.yaml());
      console.say("Written to " + out);
    }
    if (console.json()) {
      console.printJson(tuned.json());
    } else {
      console.print(tuned.yaml().stripTrailing());
    }
    return 0;
  }
}
