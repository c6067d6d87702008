package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuerySpellingTest {
  private Fixture shop;

  @BeforeEach
  void fill(@TempDir Path folder) {
    shop = new Fixture(folder);
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      products.add(Product.builder("c" + i, "Scented candle number " + i).build());
      products.add(Product.builder("w" + i, "Wireless mouse " + i).brand("Logitech").build());
    }
    products.add(Product.builder("house", "Wooden doll house").build());
    products.add(Product.builder("casual", "Mobile phone stand").build());
    products.add(Product.builder("iphone", "Case for iPhone").build());
    products.add(Product.builder("cake", "Victorian cake stand").build());
    products.add(Product.builder("toner", "Brother TN-2110 toner").build());
    products.add(Product.builder("misprint", "Tray").description("with candel light").build());
    shop.put(products);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Optional<String> corrected(String query) {
    return shop.view(view -> view.corrected(query, Optional.empty(), word -> false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scneted candle     | scented candle
          Scented Cnadle!    | Scented candle!
          wirelss mosue      | wireless mouse
          cnadles            | candle
          logitehc mouse     | logitech mouse
          wireless house     | wireless mouse
          cakestand          | cake stand
          viktorean          | victorian
          candel scented     | candle scented
          doll house         | doll house
          iphone stand       | iphone stand
          candel             | candel
          TN-2111            | TN-2111
          "cnadle"           | "cnadle"
          6" cnadle          | 6" candle
          xq                 | xq
          zzzzzz             | zzzzzz
          the                | the
          !!!                | !!!
          """)
  void wordsThatNobodyHasAreReplaced(String query, String expected) {
    assertEquals(expected, corrected(query).orElse(query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          moose              | moose
          moose number stand | moose number stand
          wireless moose     | wireless mouse
          carre stand        | carre stand
          handle             | handle
          scented handle     | scented candle
          handle so scented  | handle so scented
          hcandle so scented | candle so scented
          canlde so scented  | candle so scented
          stamd              | stand
          dolll house        | doll house
          scneted candle     | scented candle
          """)
  void commonWordsOfTheLanguageStay(String query, String expected) {
    Set<String> common = Set.of("moose", "carre", "handle", "dolll", "canlde");
    assertEquals(
        expected,
        shop.view(view -> view.corrected(query, Optional.empty(), common::contains)).orElse(query));
  }

  @Test
  void aWordOfADescriptionIsKnown() {
    assertEquals(Optional.empty(), corrected("candel light"));
  }

  @Test
  void aWholeTitleOrIdStays() {
    assertEquals(Optional.empty(), corrected("misprint"));
  }

  @Test
  void oneSlipInALongWordIsFound() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 200; i++) {
      StringBuilder word = new StringBuilder("victorian");
      int at = random.nextInt(word.length() - 1);
      switch (random.nextInt(3)) {
        case 0 -> word.deleteCharAt(at);
        case 1 -> word.insert(at, (char) ('a' + random.nextInt(26)));
        default -> word.setCharAt(at, (char) ('a' + random.nextInt(26)));
      }
      String typed = word.toString();
      String meant = corrected(typed + " cake").orElse(typed + " cake");
      assertTrue(meant.equals("victorian cake"), "seed 5, " + i + ": " + typed + " as " + meant);
    }
  }
}
