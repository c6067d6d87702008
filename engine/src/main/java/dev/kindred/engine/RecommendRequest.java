package dev.kindred.engine;

import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.model.filter.Filter;
import java.util.List;
import java.util.Optional;

/**
 * What should this person see?
 *
 * @param seen what becomes of products that the person bought, rated or disliked
 * @param diversity 0 (best guesses only) to 1 (as different as can be)
 */
public record RecommendRequest(
    Audience audience,
    Optional<Filter> filter,
    List<FacetRequest> facets,
    Seen seen,
    double diversity,
    Page page,
    boolean explain) {

  /** What becomes of products that a person bought, rated or disliked. */
  public enum Seen {
    LEFT_OUT,
    /** Left out, but for purchases of kinds that people buy again. */
    LEFT_OUT_UNLESS_BOUGHT_AGAIN,
    SHOWN
  }

  public RecommendRequest {
    facets = List.copyOf(facets);
    if (!(diversity >= 0 && diversity <= 1)) {
      throw new IllegalArgumentException("diversity must be from 0 to 1, got " + diversity);
    }
  }

  /** The best for this audience, without what they bought unless people buy it again. */
  public static RecommendRequest of(Audience audience, int limit) {
    return new RecommendRequest(
        audience,
        Optional.empty(),
        List.of(),
        Seen.LEFT_OUT_UNLESS_BOUGHT_AGAIN,
        0.1,
        Page.first(limit),
        false);
  }

  /** With products in place of conditions on aspects. */
  RecommendRequest resolved(AspectFilters aspects) {
    return new RecommendRequest(
        audience, filter.map(aspects::resolved), facets, seen, diversity, page, explain);
  }

  public RecommendRequest explained(boolean wanted) {
    return new RecommendRequest(audience, filter, facets, seen, diversity, page, wanted);
  }
}
