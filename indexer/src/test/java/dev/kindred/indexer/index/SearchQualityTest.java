package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.meaning.TextVectors;
import dev.kindred.indexer.store.ProductChange;
import dev.kindred.model.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What text search is worth on judged catalogues must not get worse. */
class SearchQualityTest {

  @Test
  void electronics(@TempDir Path folder) throws IOException {
    Quality quality = measure("icecat", "products.jsonl.gz", "judgments.tsv", 1, folder);
    assertTrue(quality.plain() >= 0.735 && quality.condensed() >= 0.79, quality.toString());
  }

  @Test
  void films(@TempDir Path folder) throws IOException {
    Quality quality = measure("movies", "corpus.jsonl.gz", "judgments.tsv.gz", 32, folder);
    assertTrue(quality.plain() >= 0.84 && quality.condensed() >= 0.855, quality.toString());
  }

  /** Over every n-th query. */
  private static Quality measure(
      String name, String products, String judgments, int every, Path folder) throws IOException {
    Optional<Path> data = SharedData.folder(name);
    if (data.isEmpty()) {
      System.err.println("skipped: no judged catalogue ../shared/data/" + name);
    }
    assumeTrue(data.isPresent(), "no judged catalogue ../shared/data/" + name);
    List<ProductChange> changes = new ArrayList<>();
    for (Product product : SharedData.products(data.get().resolve(products))) {
      int number = changes.size();
      changes.add(new ProductChange(number + 1, product.id(), number, Optional.of(product)));
    }
    ProductIndex index = ProductIndex.open(folder);
    index.apply(changes, changes.size());
    index.refresh();
    Map<String, Map<String, Integer>> judged = new LinkedHashMap<>();
    SharedData.judgments(data.get().resolve(judgments))
        .forEach((query, grades) -> {
          if (Math.floorMod(query.hashCode(), every) == 0) {
            judged.put(query, grades);
          }
        });
    try (LuceneView view =
        new LuceneView(
            index.lease().orElseThrow(),
            ServedFactors.scanned(ServingFactors.NONE),
            new TextVectors(),
            Popularity.NONE,
            product -> List.of(),
            new ProductCache())) {
      return Quality.of(
          judged, query -> Fixture.ids(view.retrieve(Retrieval.all(50).withText(query))));
    } finally {
      index.abandon();
    }
  }
}
