package dev.kindred.indexer.catalog;

/**
 * A continuation of what somebody types.
 *
 * @param text the whole continuation
 * @param id of the product, or empty for a brand or category
 */
public record Completion(Kind kind, String text, String id) {

  /** What is proposed. */
  public enum Kind {
    PRODUCT,
    CATEGORY,
    BRAND,
    QUERY
  }
}
