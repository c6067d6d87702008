package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Titles of the bundled shop, against types that were labelled by hand. */
class TitleExperimentTest {

  @Test
  void typesOfTheBundledShop() throws Exception {
    Path root = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."));
    Path labels = Path.of(TitleExperimentTest.class.getResource("product-types.tsv").toURI());
    Map<String, Object> figures =
        TitleExperiment.run(root.resolve("shop/products.jsonl.gz"), Optional.of(labels), false);
    double f1 = ((Number) figures.get("product_type_f1")).doubleValue();
    assertTrue(f1 >= 0.8, "product_type_f1 was " + f1);
  }
}
