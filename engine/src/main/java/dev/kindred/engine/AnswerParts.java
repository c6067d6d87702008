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
 * @param compared the product to which these are similar, if that was asked
 */
record AnswerParts(
    long found,
    List<Scored> ranked,
    Map<String, FacetCounts> facets,
    Optional<Taste> taste,
    Understanding understanding,
    Optional<String> compared) {

  AnswerParts(
      long found, List<Scored> ranked, Map<String, FacetCounts> facets, Optional<Taste> taste) {
    this(found, ranked, facets, taste, Understanding.NONE);
  }

  AnswerParts(
      long found,
      List<Scored> ranked,
      Map<String, FacetCounts> facets,
      Optional<Taste> taste,
      Understanding understanding) {
    this(found, ranked, facets, taste, understanding, Optional.empty());
  }

  /** The same of products that were compared with this one. */
  AnswerParts comparedWith(String product) {
    return new AnswerParts(found, ranked, facets, taste, understanding, Optional.of(product));
  }
}
