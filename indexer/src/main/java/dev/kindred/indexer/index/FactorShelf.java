package dev.kindred.indexer.index;

import dev.kindred.indexer.graph.Floats;
import dev.kindred.indexer.graph.IndexFolder;
import dev.kindred.indexer.graph.VectorGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The graphs of factors on disk: a folder {@code factors-<generation>} each, in the index's. */
final class FactorShelf {
  private static final String PREFIX = "factors-";

  private final Path folder;
  private final FactorPlan plan;

  FactorShelf(Path folder, FactorPlan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /**
   * Makes factors ready to serve: with a graph if there are many products. A graph that an earlier
   * run left is taken up and brought up to date.
   *
   * @param products numbers of all products
   */
  ServedFactors prepare(ServingFactors factors, BitSet products) throws IOException {
    if (!plan.makesGraph(products.cardinality(), factors.dimension())) {
      return ServedFactors.scanned(factors);
    }
    ServedFactors ready =
        new ServedFactors(
            factors, Optional.of(VectorGraph.open(new Floats(), place(factors))), plan);
    try {
      ready.hold(products);
      return ready;
    } catch (IOException | RuntimeException e) {
      ready.retire();
      throw e;
    }
  }

  /** Deletes the graphs that earlier generations and runs left. */
  void keepOnly(ServedFactors serving) throws IOException {
    for (Path place : places()) {
      if (serving.graph().isEmpty() || !place.equals(place(serving.factors()))) {
        IndexFolder.delete(place);
      }
    }
  }

  private Path place(ServingFactors factors) {
    return folder.resolve(PREFIX + factors.generation());
  }

  private List<Path> places() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.getFileName().toString().startsWith(PREFIX)).sorted().toList();
    }
  }
}
