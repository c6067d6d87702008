package dev.kindred.engine;

import dev.kindred.indexer.catalog.FacetCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a search, recommendation or related-products request.
 *
 * @param queryId comes back in events, so that a click finds the answer it was made on
 * @param found all matching products
 * @param hits best first
 * @param facets by field, in the asked order
 * @param cursor of the next page, empty after the last
 * @param correctedQuery what was searched instead, if the query was corrected
 * @param relaxed words of the query that not every hit has, because too few products have all of
 *     them; the one that tells least first
 * @param generation of the factors that took part, 0 for none
 */
public record Answer(
    String queryId,
    long found,
    List<Hit> hits,
    Map<String, FacetCounts> facets,
    Optional<String> cursor,
    Optional<String> correctedQuery,
    List<String> relaxed,
    double tookMillis,
    int generation) {

  public Answer {
    hits = List.copyOf(hits);
    relaxed = List.copyOf(relaxed);
  }
}
