package dev.kindred.cli;

import dev.kindred.evaluation.ColdStartExperiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred evaluate cold-start}: how well new products are recommended. */
@Command(
    name = "cold-start",
    description = {
      "Take all interactions from some products, learn, and recommend these products.",
      "",
      "Asked about are all people who had one of the cold products and something else. nDCG@10 has"
          + " gain 1 for a cold product that the person had and log2 discount; Recall@20 divides by"
          + " the number of cold products that they had. Figures are given for lists of cold"
          + " products alone, and (among_all) for lists of everything the person has not had."
          + " Compared with chance, with popularity (a new product has none; ties go by id), and with"
          + " text: mean cosine of TF-IDF vectors with what the person had.",
      ""
    })
final class EvaluateColdStartCommand implements Callable<Integer> {
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
      names = "--cold-share",
      paramLabel = "SHARE",
      description = "Of the products that somebody had; 0.2 if not given.")
  private double coldShare = 0.2;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the choice of cold products; 1 if not given.")
  private long seed = 1;

  EvaluateColdStartCommand() {}

  @Override
  public Integer call() throws IOException {
    Console console = shared.console();
    ColdStartExperiment.Request request =
        new ColdStartExperiment.Request(
            products, events, coldShare, shared.configuration().engine().learner(), seed);
    Map<String, Object> figures;
    try (Progress progress = new Progress(console)) {
      figures = ColdStartExperiment.run(request, progress::at);
    }
    Figures.print(console, figures);
    return 0;
  }
}
