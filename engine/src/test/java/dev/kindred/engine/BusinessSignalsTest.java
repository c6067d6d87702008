package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.catalog.ShopFacts;
import dev.kindred.model.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BusinessSignalsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void aRatingIsBelievedTheMoreTheMoreReviewsThereAre() {
    BusinessSignals usual = among(rated(4, 30), rated(2, 10));
    assertEquals(3.5, usual.usualStars().getAsDouble(), 1e-9);
    // (10 * 3.5 + 1 * 5) / 11 - 3.5 is 0.136; with 90 reviews 1.35.
    assertEquals(0.5 * 1.5 / 11, usual.rating(ShopFacts.of(rated(5, 1))), 1e-9);
    assertEquals(0.5 * 1.35, usual.rating(ShopFacts.of(rated(5, 90))), 1e-9);
    assertTrue(usual.rating(ShopFacts.of(rated(1, 90))) < 0);
    assertEquals(0, usual.rating(ShopFacts.of(plain().build())), 1e-9);
    assertEquals(0, among(plain().build()).rating(ShopFacts.of(rated(5, 90))), 1e-9);
  }

  @Test
  void pricesAreComparedWithTheMedian() {
    BusinessSignals usual = among(priced(1), priced(10), priced(1_000));
    assertEquals(0, usual.price(ShopFacts.of(priced(10))), 1e-9);
    assertEquals(9.0 / 11, usual.price(ShopFacts.of(priced(1))), 1e-9);
    assertEquals(-990.0 / 1_010, usual.price(ShopFacts.of(priced(1_000))), 1e-9);
    assertEquals(0, usual.price(ShopFacts.of(plain().build())), 1e-9);
    assertEquals(0, among().price(ShopFacts.of(plain().build())), 1e-9);
  }

  @Test
  void reviewsAreCountedAgainstTheMost() {
    BusinessSignals usual = among(rated(4, 100), rated(2, 25), plain().build());
    assertEquals(1, usual.reviewCount(ShopFacts.of(rated(1, 100))), 1e-9);
    assertEquals(0.5, usual.reviewCount(ShopFacts.of(rated(1, 25))), 1e-9);
    assertEquals(0.1, usual.reviewCount(ShopFacts.of(rated(1, 1))), 1e-9);
    assertEquals(1, usual.reviewCount(ShopFacts.of(rated(1, 900))), 1e-9);
    assertEquals(0, usual.reviewCount(ShopFacts.of(plain().build())), 1e-9);
    assertEquals(0, among(plain().build()).reviewCount(ShopFacts.of(plain().build())), 1e-9);
  }

  @Test
  void newnessIsHalvedInNinetyDays() {
    BusinessSignals usual = among();
    assertEquals(1, usual.freshness(ShopFacts.of(made("2026-06-01T00:00:00Z"))), 1e-9);
    assertEquals(0.5, usual.freshness(ShopFacts.of(made("2026-03-03T00:00:00Z"))), 1e-9);
    assertEquals(1, usual.freshness(ShopFacts.of(made("2027-01-01T00:00:00Z"))), 1e-9);
    assertEquals(0, usual.freshness(ShopFacts.of(plain().build())), 1e-9);
  }

  @Test
  void whatIsNotInStockGoesDown() {
    assertEquals(-1, among().availability(ShopFacts.of(plain().inStock(false).build())), 1e-9);
    assertEquals(0, among().availability(ShopFacts.of(plain().inStock(true).build())), 1e-9);
  }

  @Test
  void weightsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new RankingWeights.Business(-1, 0, 0, 0, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new RankingWeights.Business(0, 0, 0, Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> new RankingWeights.Business(0, 0, 0, 0, -1));
    assertEquals(-1, new RankingWeights.Business(0, 0, 0, -1, 0).price());
  }

  private static BusinessSignals among(Product... products) {
    return BusinessSignals.among(
        Stream.of(products).map(p -> LoadedEntry.candidate(p, 1)).toList(), NOW);
  }

  private static Product.Builder plain() {
    return Product.builder("p", "Product");
  }

  private static Product rated(double stars, int reviews) {
    return plain().rating(stars).reviewCount(reviews).build();
  }

  private static Product priced(int price) {
    return plain().price(BigDecimal.valueOf(price)).build();
  }

  private static Product made(String time) {
    return plain().createdAt(Instant.parse(time)).build();
  }
}
