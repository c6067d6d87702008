package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.catalog.WordMatch;
import dev.kindred.indexer.store.Change;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an answer says about how its scores came about. */
class ExplanationTest {
  private static Kindred shop;

  @BeforeAll
  static void open(@TempDir Path folder) {
    Settings settings =
        SmallShop.settings()
            .withRanking(
                new RankingWeights(
                    1, 1, 0.1, 0.3, 0.1, new RankingWeights.Business(0.2, 0.2, 0.2, 0.2, 0.2)));
    shop = Kindred.open(folder, settings);
    SmallShop.write(
        shop,
        List.of(
            new Change.PutProduct(
                Product.builder("s", "Blue sofa with headset holder")
                    .brand("Acme")
                    .description("For three people.")
                    .price(BigDecimal.TEN)
                    .rating(4.5)
                    .reviewCount(20)
                    .inStock(false)
                    .createdAt(Instant.now())
                    .attributes(Map.of("material", AttributeValue.of("linen")))
                    .build()),
            new Change.PutProduct(
                Product.builder("t", "Linen table cloth")
                    .price(BigDecimal.ONE)
                    .rating(3)
                    .reviewCount(20)
                    .build()),
            new Change.PutDocument(
                "synonyms", "c", "{\"id\":\"c\",\"synonyms\":[\"sofa\",\"couch\"]}")));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void eachWordSaysWhereItStandsAndWhatItIsWorth() {
    Hit hit = hit("acme linen couch head set");
    Reason lexical = reason(hit, "lexical");
    List<WordMatch> words = lexical.words();
    assertEquals(List.of("acme", "linen", "couch", "head", "set"), words(words));
    assertEquals(List.of("brand"), words.get(0).fields());
    assertEquals(List.of("attributes.material"), words.get(1).fields());
    assertEquals(List.of("title"), words.get(2).fields());
    assertEquals("sofa", words.get(2).as());
    assertEquals("headset", words.get(3).as());
    assertEquals("", words.get(0).as());
    assertEquals(1, words.stream().mapToDouble(WordMatch::share).sum(), 1e-9);
    words.forEach(w -> assertTrue(w.share() > 0, w.word()));
  }

  @Test
  void businessSignalsHaveTheirPartsAndAllAddUp() {
    Hit hit = hit("sofa");
    assertEquals(-0.2, reason(hit, "availability").value(), 1e-9);
    assertTrue(reason(hit, "freshness").value() > 0.19);
    Answer both = shop.search(SearchRequest.of("linen", 5).explained(true));
    assertEquals(2, both.hits().size());
    Hit sofa =
        both.hits().stream().filter(h -> h.product().id().equals("s")).findFirst().orElseThrow();
    assertTrue(reason(sofa, "rating").value() > 0);
    assertTrue(reason(sofa, "price").value() < 0);
    assertEquals(0.2, reason(sofa, "review_count").value(), 1e-9);
    for (Hit each : both.hits()) {
      assertEquals(each.score(), each.why().stream().mapToDouble(Reason::value).sum(), 1e-9);
    }
  }

  @Test
  void rulesAreNamed() {
    shop.write(
        List.of(
            new Change.PutDocument(
                "rule",
                "r7",
                "{\"id\":\"r7\",\"when\":{\"always\":true},"
                    + "\"boost\":{\"products\":[\"s\"],\"by\":2}}")));
    try {
      assertEquals(List.of("r7"), reason(hit("sofa"), "rule").rules());
    } finally {
      shop.write(List.of(new Change.DeleteDocument("rule", "r7")));
    }
  }

  private static List<String> words(List<WordMatch> matches) {
    return matches.stream().map(WordMatch::word).toList();
  }

  private static Hit hit(String query) {
    return shop.search(SearchRequest.of(query, 5).insisting().explained(true)).hits().getFirst();
  }

  private static Reason reason(Hit hit, String signal) {
    return hit.why().stream().filter(r -> r.signal().equals(signal)).findFirst().orElseThrow();
  }
}
