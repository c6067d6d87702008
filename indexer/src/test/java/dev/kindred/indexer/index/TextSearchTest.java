package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.Fragment;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Wording;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSearchTest {
  private Fixture shop;

  @BeforeEach
  void fill(@TempDir Path folder) {
    shop =
        new Fixture(folder)
            .put(
                Product.builder("1", "Red enamel mug").build(),
                Product.builder("2", "Blue enamel mugs, set of 4").build(),
                Product.builder("3", "Red lamp").description("Goes with any mug.").build(),
                Product.builder("4", "Brother TN-2110 toner").brand("Brother").build(),
                Product.builder("5", "USB-C cable")
                    .attributes(Map.of("mpn", AttributeValue.of("AK-47/9 b")))
                    .build(),
                Product.builder("6", "The Who: Tommy").build(),
                Product.builder("7", "Who framed the rabbit").build(),
                Product.builder("8", "Stereo headset")
                    .categories(List.of("Audio > Headphones"))
                    .attributes(Map.of("colour", AttributeValue.of("black")))
                    .build());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          red mug           | 1 3
          mugs              | 1 2 3
          tn2110            | 4
          TN 2110           | 4
          tn-2110           | 4
          usb c             | 5
          usbc              | 5
          USB-C cables      | 5
          head set          | 8
          headphones        | 8
          enamelmug         | 1 2
          black headset     | 8
          brother toner     | 4
          zebra mug         | 1 2 3
          zebra             | ''
          !!!               | ''
          """)
  void wordsFindProducts(String query, String ids) {
    assertEquals(
        ids.isEmpty() ? Set.of() : Set.of(ids.split(" ")), Set.copyOf(shop.found(query)), query);
  }

  @Test
  void allWordsInTheTitleComeFirst() {
    assertEquals(List.of("1", "3"), shop.found("red mug").subList(0, 2));
  }

  @Test
  void whereEnoughProductsHaveAllWordsOthersStayOut() {
    List<Product> more = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      more.add(Product.builder("mug" + i, "Mug number " + i + " in red").build());
      more.add(Product.builder("lamp" + i, "Lamp number " + i + " in red").build());
    }
    shop.put(more);
    List<String> found = shop.found("red mug");
    assertEquals(14, found.size());
    assertTrue(found.containsAll(List.of("1", "3", "mug0", "mug11")), found.toString());
  }

  @Test
  void theWordThatTellsLessMayBeMissing() {
    List<Product> more = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      more.add(Product.builder("tray" + i, "Red tray number " + i).build());
    }
    shop.put(more);
    assertEquals(List.of("4"), shop.found("red toner"));
    assertEquals(List.of("red"), shop.search("red toner").relaxed());
  }

  @Test
  void saysWhichWordsNotEveryMatchHas() {
    assertEquals(List.of(), shop.search("enamel").relaxed());
    assertEquals(List.of("zebra"), shop.search("zebra lamp").relaxed());
  }

  @Test
  void stopWordsAloneAreWords() {
    assertEquals(Set.of("6", "7"), Set.copyOf(shop.found("the who")));
  }

  @ParameterizedTest
  @CsvSource({"4,4", "red lamp,3", "RED  LAMP!,3", "ak479b,5", "AK-47/9 B,5", "3,3"})
  void idCodeAndTitleAreExact(String query, String id) {
    Candidate first = shop.search(query).candidates().getFirst();
    assertEquals(id, first.product().id());
    assertTrue(first.exact(), query);
    assertTrue(first.lexical() > 0);
  }

  @Test
  void wordsOfATitleAreNotExact() {
    assertFalse(shop.search("lamp").candidates().getFirst().exact());
  }

  @Test
  void blankTextFindsAll() {
    assertEquals(8, shop.search("  ").found());
  }

  @Test
  void bestLexicalIsOverAllMatchesNotOnlyThePage() {
    Retrieval all = Retrieval.all(20).withText("enamel mug");
    float best = shop.retrieve(all).bestLexical();
    assertEquals(best, shop.retrieve(all.window(1, 1)).bestLexical());
    assertEquals(best, shop.retrieve(all).candidates().getFirst().lexical());
  }

  @Test
  void matchesAreMarked() {
    Product mugs = shop.view(view -> view.product("2")).orElseThrow();
    Map<String, List<Fragment>> marked =
        shop.view(view -> view.highlight(Wording.of("the mug set"), mugs));
    assertEquals(
        Map.of(
            "title",
            List.of(
                new Fragment("Blue enamel ", false),
                new Fragment("mugs", true),
                new Fragment(", ", false),
                new Fragment("set", true),
                new Fragment(" of 4", false))),
        marked);
  }
}
