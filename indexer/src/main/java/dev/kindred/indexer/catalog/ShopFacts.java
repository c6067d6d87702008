package dev.kindred.indexer.catalog;

import dev.kindred.model.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a shop says of a product besides what it is, as far as it says so.
 *
 * @param price in the product's currency, at least 0
 * @param stars mean of its ratings
 * @param reviews how many there are, at least 0
 * @param createdAt when it came to the shop, to the millisecond
 */
public record ShopFacts(
    boolean inStock,
    OptionalDouble price,
    OptionalDouble stars,
    OptionalInt reviews,
    Optional<Instant> createdAt) {

  /** Those of a product. */
  public static ShopFacts of(Product product) {
    Optional<Double> price = product.price().map(BigDecimal::doubleValue);
    return new ShopFacts(
        product.inStock(),
        price.isPresent() ? OptionalDouble.of(price.get()) : OptionalDouble.empty(),
        product.rating(),
        product.reviewCount(),
        product.createdAt());
  }
}
