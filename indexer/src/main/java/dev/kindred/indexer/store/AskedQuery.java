package dev.kindred.indexer.store;

import java.time.Instant;

/**
 * A search that was answered, without who asked.
 *
 * @param queryId of the answer, as in events
 * @param query as it is counted: spellings of one query are one text
 * @param found products
 */
public record AskedQuery(String queryId, String query, long found, Instant time) {
  public AskedQuery {
    if (queryId.isBlank() || query.isBlank()) {
      throw new IllegalArgumentException("queryId and query must be given");
    }
    if (found < 0) {
      throw new IllegalArgumentException("found must be >= 0, got " + found);
    }
  }
}
