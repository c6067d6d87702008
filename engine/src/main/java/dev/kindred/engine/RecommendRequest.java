package dev.kindred.engine;

import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.model.filter.Filter;
import java.util.List;
import java.util.Optional;

/**
 * What should this person see?
 *
 * @param excludeSeen whether products that the person bought or rated are left out
 * @param diversity 0 (best guesses only) to 1 (as different as can be)
 */
public record RecommendRequest(
    Audience audience,
    Optional<Filter> filter,
    List<FacetRequest> facets,
    boolean excludeSeen,
    double diversity,
    Page page,
    boolean explain) {

  public RecommendRequest {
    facets = List.copyOf(facets);
    if (!(diversity >= 0 && diversity <= 1)) {
      throw new IllegalArgumentException("diversity must be from 0 to 1, got " + diversity);
    }
  }

  /** The best for this audience, without what they bought. */
  public static RecommendRequest of(Audience audience, int limit) {
    return new RecommendRequest(
        audience, Optional.empty(), List.of(), true, 0.1, Page.first(limit), false);
  }

  /** With products in place of conditions on aspects. */
  RecommendRequest resolved(AspectFilters aspects) {
    return new RecommendRequest(
        audience, filter.map(aspects::resolved), facets, excludeSeen, diversity, page, explain);
  }

  public RecommendRequest explained(boolean wanted) {
    return new RecommendRequest(audience, filter, facets, excludeSeen, diversity, page, wanted);
  }
}
