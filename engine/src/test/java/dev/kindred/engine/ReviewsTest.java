package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.catalog.FacetCounts.ValueCount;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.UnknownFieldException;
import dev.kindred.indexer.store.Change;
import dev.kindred.model.Product;
import dev.kindred.model.Review;
import dev.kindred.model.filter.FilterParser;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What is made of reviews: in search, facets, filters, explanations and profiles. */
@TestInstance(Lifecycle.PER_CLASS)
class ReviewsTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private Kindred shop;

  @BeforeAll
  void fill(@TempDir Path folder) {
    shop = Kindred.open(folder, SmallShop.settings());
    List<Change> changes = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      changes.add(
          new Change.PutProduct(
              Product.builder(id, "Kitchen blender, quiet")
                  .brand("Acme")
                  .price(BigDecimal.valueOf(20 + id.charAt(0)))
                  .currency("EUR")
                  .build()));
      changes.add(SmallShop.purchase("u", id, 1));
    }
    add(
        changes,
        "a",
        1,
        "The motor is loud and not quiet at all.",
        "The motor is terrible.",
        "I hate the noisy motor.");
    add(
        changes,
        "b",
        5,
        "The motor is wonderfully quiet.",
        "I love the quiet motor.",
        "An excellent motor, powerful and quiet.");
    shop.write(changes);
    long last = shop.store().sequence();
    assertTrue(shop.awaitVisible(last, Duration.ofSeconds(20)));
    assertTrue(shop.awaitAspects(last, Duration.ofSeconds(30)));
  }

  private static void add(List<Change> changes, String product, double stars, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      changes.add(
          new Change.PutReview(
              new Review(
                  product + i,
                  product,
                  Optional.of("u"),
                  OptionalDouble.of(stars),
                  "",
                  texts[i],
                  Optional.of(NOW))));
    }
  }

  @AfterAll
  void close() {
    shop.close();
  }

  @Test
  void whatIsPraisedInTheWordsOfTheQueryComesFirst() {
    Answer answer = shop.search(SearchRequest.of("quiet blender", 10).explained(true));
    assertEquals(
        List.of("b", "c", "a"), answer.hits().stream().map(h -> h.product().id()).toList());
    Reason reason = reviews(answer.hits().getFirst());
    assertTrue(reason.value() > 0);
    assertEquals(List.of("quiet"), reason.praised());
    assertTrue(reviews(answer.hits().getLast()).value() < 0);
  }

  private static Reason reviews(Hit hit) {
    return hit.why().stream().filter(r -> r.signal().equals("reviews")).findFirst().orElseThrow();
  }

  @Test
  void likedAspectsAreCountedAndFiltered() {
    SearchRequest request = SearchRequest.of("blender", 10);
    List<ValueCount> liked =
        shop.search(request.counting(List.of(new FacetRequest("aspects", 5))))
            .facets()
            .get("aspects")
            .values();
    assertEquals(List.of(new ValueCount("motor", 1)), liked);
    assertEquals(List.of("b"), found("aspects = \"motor\""));
    assertEquals(List.of("b"), found("aspects.motor > 0.5"));
    assertEquals(List.of("a"), found("aspects.motor < 0.5"));
    assertThrows(UnknownFieldException.class, () -> found("aspects = 3"));
  }

  private List<String> found(String filter) {
    RecommendRequest plain = RecommendRequest.of(Audience.NOBODY, 10);
    RecommendRequest filtered =
        new RecommendRequest(
            plain.audience(),
            Optional.of(FilterParser.parse(filter)),
            List.of(),
            plain.seen(),
            plain.diversity(),
            plain.page(),
            false);
    return shop.trending(filtered).hits().stream().map(h -> h.product().id()).toList();
  }

  @Test
  void recommendationsSayWhatPeoplePraise() {
    Answer answer = shop.trending(RecommendRequest.of(Audience.NOBODY, 10).explained(true));
    Hit hit =
        answer.hits().stream().filter(h -> h.product().id().equals("b")).findFirst().orElseThrow();
    assertEquals(List.of("motor"), reviews(hit).praised());
  }

  @Test
  void aProfileHasPricesAndAspectsWithEvidence() {
    Profile profile = shop.profile("u").orElseThrow();
    Profile.PriceBand band = profile.prices().orElseThrow();
    assertEquals("EUR", band.currency());
    assertEquals(BigDecimal.valueOf(117), band.from());
    assertEquals(BigDecimal.valueOf(119), band.to());
    Profile.Liking motor = profile.aspects().getFirst();
    assertEquals("motor", motor.name());
    assertFalse(motor.because().isEmpty());
  }
}
