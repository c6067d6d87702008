package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindsTest {

  @Test
  void whatMostGoodMatchesAreIsMeant(@TempDir Path folder) {
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      products.add(
          Product.builder("k" + i, "Keyboard " + i)
              .attributes(
                  Map.of("layout", AttributeValue.of("qwerty"), "keys", AttributeValue.of(104)))
              .build());
      products.add(
          Product.builder("m" + i, "Mouse " + i)
              .attributes(Map.of("dpi", AttributeValue.of(800)))
              .build());
    }
    products.add(
        Product.builder("cover", "Keyboard cover")
            .attributes(Map.of("material", AttributeValue.of("silicone")))
            .build());
    products.add(Product.builder("bare", "Keyboard").build());
    try (Fixture shop = new Fixture(folder)) {
      shop.put(products);
      Map<String, Float> kinship = new TreeMap<>();
      for (Candidate candidate : shop.search("keyboard").candidates()) {
        kinship.put(candidate.id(), candidate.kinship());
      }
      assertEquals(10, kinship.size());
      assertEquals(0, kinship.get("bare"));
      assertTrue(kinship.get("k0") > kinship.get("cover"), kinship.toString());
      assertTrue(kinship.get("k0") <= 1, kinship.toString());
      shop.retrieve(Retrieval.all(20)).candidates().forEach(c -> assertEquals(0, c.kinship()));
    }
  }

  @Test
  void categoriesMakeKinds(@TempDir Path folder) {
    try (Fixture shop = new Fixture(folder)) {
      shop.put(
          Product.builder("1", "Phone red").categories(List.of("Phones > Smart")).build(),
          Product.builder("2", "Phone blue").categories(List.of("Phones > Smart")).build(),
          Product.builder("3", "Phone case").categories(List.of("Cases")).build(),
          Product.builder("4", "Lamp").categories(List.of("Lamps")).build());
      Map<String, Float> kinship = new TreeMap<>();
      for (Candidate candidate : shop.search("phone").candidates()) {
        kinship.put(candidate.id(), candidate.kinship());
      }
      assertEquals(kinship.get("1"), kinship.get("2"));
      assertTrue(kinship.get("1") > kinship.get("3"), kinship.toString());
    }
  }
}
