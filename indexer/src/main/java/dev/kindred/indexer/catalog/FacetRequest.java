package dev.kindred.indexer.catalog;

import java.util.Optional;

/**
 * A field whose values are to be counted.
 *
 * @param limit values to return, the most frequent first, 1 to 1,000
 * @param multiSelect whether the filter's own conditions on the field are left aside, so that what
 *     else could be chosen is counted too. Own are the conditions that speak of this field alone
 *     and stand by themselves or joined with AND to the rest, several with OR in brackets among
 *     them; what NOT rules out stays ruled out
 * @param ranges to count the field's numbers by; none if not given
 */
public record FacetRequest(
    String field, int limit, boolean multiSelect, Optional<NumberRanges> ranges) {
  private static final int MOST = 1_000;

  public FacetRequest {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be from 1 to " + MOST + ", got " + limit);
    }
  }

  /** The values among all that was found. */
  public FacetRequest(String field, int limit) {
    this(field, limit, false, Optional.empty());
  }
}
