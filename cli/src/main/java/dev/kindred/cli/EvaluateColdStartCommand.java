package dev.kindred.cli;

import dev.kindred.evaluation.ColdStartExperiment;
import dev.kindred.evaluation.PeopleCurve;
import dev.kindred.evaluation.ProductCurve;
import dev.kindred.learn.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
      "",
      "With --curve products: nDCG@10 of new products after 0, 1, 2, 5, 10, 20, 50 people came to"
          + " them, by their content alone, by these people alone, and by both as in serving; and"
          + " what products with many interactions lose by it. With --curve people: nDCG@10 for new"
          + " people after 0, 1, 2, 3, 5, 10 of their events.",
      ""
    })
final class EvaluateColdStartCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  /** What to vary. */
  enum Curve {
    PRODUCTS,
    PEOPLE
  }

  @Option(
      names = "--curve",
      paramLabel = "OF",
      description = "products or people: accuracy by how much is known of them.")
  private Optional<Curve> curve = Optional.empty();

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
    ColdStartExperiment.Request request =
        new ColdStartExperiment.Request(
            products, events, coldShare, shared.configuration().engine().learner(), seed);
    Figures.measure(shared.console(), progress -> run(request, progress));
    return 0;
  }

  private Map<String, Object> run(ColdStartExperiment.Request request, ProgressListener progress)
      throws IOException {
    if (curve.isEmpty()) {
      return ColdStartExperiment.run(request, progress);
    }
    return switch (curve.get()) {
      case PRODUCTS -> ProductCurve.run(request, progress);
      case PEOPLE -> PeopleCurve.run(events, request.learner(), seed, progress);
    };
  }
}
