package dev.kindred.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Text and stars that a person left on a product.
 *
 * @param stars 0 to 5
 * @param title may be empty
 * @param text may be empty, but not together with title and stars; up to 200,000 characters
 */
public record Review(
    String id,
    String product,
    Optional<String> user,
    OptionalDouble stars,
    String title,
    String text,
    Optional<Instant> time) {

  /** How the ids of reviews begin that nobody left: text written to show what reviews are for. */
  public static final String SAMPLE = "sample-";

  /**
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  public Review {
    Checks.id("review_id", id);
    Checks.id("product", product);
    Checks.id("user", user);
    if (stars.isPresent() && !(stars.getAsDouble() >= 0 && stars.getAsDouble() <= 5)) {
      throw new InvalidFieldException("stars", "a number from 0 to 5", stars.getAsDouble());
    }
    Checks.text("title", title, Product.LONGEST_TITLE);
    Checks.text("text", text, Product.LONGEST_DESCRIPTION);
    if (title.isBlank() && text.isBlank() && stars.isEmpty()) {
      throw new InvalidFieldException("text", "given when there are no title and stars", "");
    }
  }
}
