package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Wording;
import dev.kindred.model.Product;
import dev.kindred.model.rule.Synonym;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymTableTest {
  private final SynonymTable table =
      new SynonymTable(
          List.of(
              new Synonym("1", Optional.empty(), List.of("sofa", "couch", "settee")),
              new Synonym("2", Optional.of("furniture"), List.of("sofa", "arm chair")),
              new Synonym("3", Optional.empty(), List.of("washing machine", "washer"))));

  @Test
  void alternativesStandForAStretchOfTheText() {
    Wording wording = table.wording("Red washing-machines");
    assertEquals(List.of(), wording.alternatives(), "a hyphen makes one word");
    assertEquals(
        List.of(new Wording.Alternative(4, 20, "washer")),
        table.wording("Red washing machines").alternatives());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sofa                 | sofa couch
          couches              | sofa couch
          red couch            | sofa couch
          furniture            | sofa chair furniture
          arm chair            | chair
          washing machine      | washer
          blue washing machine | washer
          """)
  void bothWaysAndOneWay(String query, String ids, @TempDir Path folder) {
    try (Fixture shop = new Fixture(folder)) {
      shop.put(
          Product.builder("sofa", "Red sofa").build(),
          Product.builder("couch", "Red couch").build(),
          Product.builder("chair", "Arm chair").build(),
          Product.builder("furniture", "Furniture polish").build(),
          Product.builder("washer", "Blue washer").build());
      Retrieval request = Retrieval.all(10).withText(table.wording(query));
      assertEquals(Set.of(ids.split(" ")), Set.copyOf(Fixture.ids(shop.retrieve(request))));
      assertTrue(shop.retrieve(request).relaxed().isEmpty());
    }
  }
}
