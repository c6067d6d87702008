package dev.kindred.cli;

import dev.kindred.analyzers.language.EnglishReader;
import dev.kindred.analyzers.review.AspectModel;
import dev.kindred.evaluation.AspectExperiment;
import dev.kindred.evaluation.AspectFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred evaluate aspects}: how well reviews are read. */
@Command(
    name = "aspects",
    description = {
      "Find aspect terms and their sentiment in labelled sentences, and compare.",
      "",
      "Forms: segments (three lines each: the sentence with $T$ in place of a term, the term, -1, 0"
          + " or 1), MAMS XML, ACOS lines. A term counts when all its words agree; the relaxed"
          + " figure wants one word in common. Sentiment is judged on the labelled terms.",
      ""
    })
final class EvaluateAspectsCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(
      names = "--file",
      required = true,
      paramLabel = "FILE",
      description = "Labelled sentences.")
  private Path file;

  EvaluateAspectsCommand() {}

  @Override
  public Integer call() throws IOException {
    Map<String, Object> figures =
        AspectExperiment.run(AspectModel.bundled(), new AspectFile(new EnglishReader()).read(file));
    Figures.print(shared.console(), figures);
    return 0;
  }
}
