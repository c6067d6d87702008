package dev.kindred.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One thing the shop offers. Only {@code id} and {@code title} are required.
 *
 * @param id the shop's own id, 1 to 512 characters
 * @param title 1 to 2,000 characters
 * @param description up to 200,000 characters; empty when there is none
 * @param categories paths with {@code " > "} between the levels, {@code "Home > Candles"}
 * @param price in {@code currency}, at least 0
 * @param currency ISO 4217, three capital letters
 * @param inStock whether it can be bought now; a shop that does not say sells it
 * @param variantOf id of the product that this one is a variant of
 * @param rating mean stars, 0 to 5
 * @param attributes everything else the shop knows, by name, in the shop's order
 */
public record Product(
    String id,
    String title,
    String description,
    Optional<String> brand,
    List<String> categories,
    Optional<BigDecimal> price,
    Optional<String> currency,
    boolean inStock,
    Optional<String> image,
    Optional<String> url,
    Optional<String> variantOf,
    OptionalDouble rating,
    OptionalInt reviewCount,
    Optional<Instant> createdAt,
    Map<String, AttributeValue> attributes) {

  static final int LONGEST_TITLE = 2_000;
  static final int LONGEST_DESCRIPTION = 200_000;
  private static final int LONGEST_LINE = 4_000;
  private static final BigDecimal HIGHEST_PRICE = new BigDecimal("1e15");

  /**
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  public Product {
    Checks.id("id", id);
    if (title.isBlank()) {
      throw new InvalidFieldException("title", "a text of 1 character or more", title);
    }
    Checks.text("title", title, LONGEST_TITLE);
    Checks.text("description", description, LONGEST_DESCRIPTION);
    brand.ifPresent(b -> Checks.text("brand", b, LONGEST_LINE));
    categories = List.copyOf(categories);
    categories.forEach(c -> Checks.text("categories", c, LONGEST_LINE));
    price.ifPresent(Product::checkPrice);
    currency.ifPresent(Product::checkCurrency);
    image.ifPresent(i -> Checks.text("image", i, LONGEST_LINE));
    url.ifPresent(u -> Checks.text("url", u, LONGEST_LINE));
    Checks.id("variant_of", variantOf);
    rating.ifPresent(Product::checkRating);
    reviewCount.ifPresent(n -> Checks.atLeastZero("review_count", n));
    attributes = orderedCopy(attributes);
    attributes.keySet().forEach(name -> Checks.id("attributes", name));
  }

  /** A builder of a product that has only what is required. */
  public static Builder builder(String id, String title) {
    return new Builder(id, title);
  }

  /** A builder that starts from this product. */
  public Builder toBuilder() {
    Builder b = new Builder(id, title);
    b.description = description;
    b.brand = brand;
    b.categories = categories;
    b.price = price;
    b.currency = currency;
    b.inStock = inStock;
    b.image = image;
    b.url = url;
    b.variantOf = variantOf;
    b.rating = rating;
    b.reviewCount = reviewCount;
    b.createdAt = createdAt;
    b.attributes = attributes;
    return b;
  }

  private static void checkPrice(BigDecimal price) {
    if (price.signum() < 0 || price.compareTo(HIGHEST_PRICE) > 0) {
      throw new InvalidFieldException("price", "a number from 0 to 1e15", price);
    }
  }

  private static void checkCurrency(String currency) {
    if (!currency.matches("[A-Z]{3}")) {
      throw new InvalidFieldException(
          "currency", "three capital letters (ISO 4217), like EUR", currency);
    }
  }

  private static void checkRating(double rating) {
    if (!(rating >= 0 && rating <= 5)) {
      throw new InvalidFieldException("rating", "a number from 0 to 5", rating);
    }
  }

  static Map<String, AttributeValue> orderedCopy(Map<String, AttributeValue> attributes) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** Collects a product's fields; what is not set stays empty and {@code in_stock} true. */
  public static final class Builder {
    private String id;
    private String title;
    private String description = "";
    private Optional<String> brand = Optional.empty();
    private List<String> categories = List.of();
    private Optional<BigDecimal> price = Optional.empty();
    private Optional<String> currency = Optional.empty();
    private boolean inStock = true;
    private Optional<String> image = Optional.empty();
    private Optional<String> url = Optional.empty();
    private Optional<String> variantOf = Optional.empty();
    private OptionalDouble rating = OptionalDouble.empty();
    private OptionalInt reviewCount = OptionalInt.empty();
    private Optional<Instant> createdAt = Optional.empty();
    private Map<String, AttributeValue> attributes = Map.of();

    private Builder(String id, String title) {
      this.id = id;
      this.title = title;
    }

    public Builder id(String id) {
      this.id = id;
      return this;
    }

    public Builder title(String title) {
      this.title = title;
      return this;
    }

    public Builder description(String description) {
      this.description = description;
      return this;
    }

    public Builder brand(String brand) {
      this.brand = Optional.of(brand);
      return this;
    }

    public Builder categories(List<String> categories) {
      this.categories = categories;
      return this;
    }

    public Builder price(BigDecimal price) {
      this.price = Optional.of(price);
      return this;
    }

    public Builder currency(String currency) {
      this.currency = Optional.of(currency);
      return this;
    }

    public Builder inStock(boolean inStock) {
      this.inStock = inStock;
      return this;
    }

    public Builder image(String image) {
      this.image = Optional.of(image);
      return this;
    }

    public Builder url(String url) {
      this.url = Optional.of(url);
      return this;
    }

    public Builder variantOf(String variantOf) {
      this.variantOf = Optional.of(variantOf);
      return this;
    }

    public Builder rating(double rating) {
      this.rating = OptionalDouble.of(rating);
      return this;
    }

    public Builder reviewCount(int reviewCount) {
      this.reviewCount = OptionalInt.of(reviewCount);
      return this;
    }

    public Builder createdAt(Instant createdAt) {
      this.createdAt = Optional.of(createdAt);
      return this;
    }

    public Builder attributes(Map<String, AttributeValue> attributes) {
      this.attributes = attributes;
      return this;
    }

    /**
     * @throws InvalidFieldException naming the first field that breaks its rule
     */
    public Product build() {
      return new Product(
          id,
          title,
          description,
          brand,
          categories,
          price,
          currency,
          inStock,
          image,
          url,
          variantOf,
          rating,
          reviewCount,
          createdAt,
          attributes);
    }
  }
}
