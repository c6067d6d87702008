package dev.kindred.indexer.catalog;

/**
 * A field whose values are to be counted.
 *
 * @param limit values to return, the most frequent first, 1 to 1,000
 */
public record FacetRequest(String field, int limit) {
  private static final int MOST = 1_000;

  public FacetRequest {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be from 1 to " + MOST + ", got " + limit);
    }
  }
}
