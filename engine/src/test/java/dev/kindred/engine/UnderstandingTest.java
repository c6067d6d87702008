package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.store.Change;
import dev.kindred.model.Product;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnderstandingTest {
  @TempDir static Path folder;
  private static Kindred shop;

  @BeforeAll
  static void open() {
    shop = SmallShop.open(folder);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void aMisspeltQueryIsCorrectedUnlessSomebodyInsists() {
    Answer meant = shop.search(SearchRequest.of("candle", 5));
    Answer corrected = shop.search(SearchRequest.of("candel", 5));

    assertEquals(Optional.of("candle"), corrected.correctedQuery());
    assertEquals(meant.hits(), corrected.hits());
    assertEquals(Optional.empty(), meant.correctedQuery());
    Answer insisting = shop.search(SearchRequest.of("candel", 5).insisting());
    assertEquals(0, insisting.found());
    assertEquals(Optional.empty(), insisting.correctedQuery());
    assertEquals(0, shop.search(SearchRequest.of("\"candel\"", 5)).found());
  }

  @Test
  void quantitiesAreFoundInOtherUnits() {
    SmallShop.write(
        shop, List.of(new Change.PutProduct(Product.builder("b", "Oil bottle 1500 ml").build())));
    try {
      Answer answer = shop.search(SearchRequest.of("bottle 1.5L", 5));
      assertEquals("b", answer.hits().getFirst().product().id());
      assertEquals(List.of(), answer.relaxed());
    } finally {
      SmallShop.write(shop, List.of(new Change.DeleteProduct("b")));
    }
  }

  @Test
  void synonymsHoldAtOnceAndAreMarked() {
    String synonym = "{\"id\":\"s\",\"root\":\"taper\",\"synonyms\":[\"candle\"]}";
    assertEquals(0, shop.search(SearchRequest.of("taper", 5).insisting()).found());
    shop.write(List.of(new Change.PutDocument("synonyms", "s", synonym)));
    try {
      Answer answer = shop.search(SearchRequest.of("taper", 5).insisting());
      assertEquals(shop.search(SearchRequest.of("candle", 5)).found(), answer.found());
      assertTrue(
          answer.hits().getFirst().highlights().get("title").stream()
              .anyMatch(f -> f.match() && f.text().equalsIgnoreCase("candle")));
    } finally {
      shop.write(List.of(new Change.DeleteDocument("synonyms", "s")));
    }
    assertEquals(0, shop.search(SearchRequest.of("taper", 5).insisting()).found());
  }
}
