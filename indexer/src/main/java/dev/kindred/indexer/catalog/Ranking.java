package dev.kindred.indexer.catalog;

import java.util.List;

/** What orders candidates; every order ends with the product id, ascending. */
public sealed interface Ranking {

  /** Text match, best first; without text, as {@link ByPopularity}. */
  record ByText() implements Ranking {}

  /** Inner product with the request's factor, highest first; products without a factor last. */
  record ByFactor() implements Ranking {}

  /** Cosine with the request's factor, highest first; products without a factor last. */
  record ByCosine() implements Ranking {}

  /** Events lately, most first. */
  record ByPopularity() implements Ranking {}

  /** Fields in turn; products without the field last. */
  record BySort(List<SortField> fields) implements Ranking {
    public BySort {
      fields = List.copyOf(fields);
      if (fields.isEmpty()) {
        throw new IllegalArgumentException("fields must be one or more, got none");
      }
    }
  }

  /** One field to sort by. */
  record SortField(String field, boolean descending) {}
}
