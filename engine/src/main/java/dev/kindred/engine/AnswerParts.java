package dev.kindred.engine;

import dev.kindred.indexer.catalog.FacetCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a read path found, before the page is cut and hits are dressed.
 *
 * @param ranked from the very first hit to at least the end of the page
 * @param taste that made it personal, for explanations
 * @param understanding of the query, if there was one
 */
record AnswerParts(
    long found,
    List<Scored> ranked,
    Map<String, FacetCounts> facets,
    Optional<Taste> taste,
    Understanding understanding) {

  AnswerParts(
      long found, List<Scored> ranked, Map<String, FacetCounts> facets, Optional<Taste> taste) {
    this(found, ranked, facets, taste, Understanding.NONE);
  }
}
