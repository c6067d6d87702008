package dev.kindred.engine;

import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.model.filter.Filter;
import java.util.List;
import java.util.Optional;

/**
 * What goes with this product: similar ones (substitutes) or ones bought together (complements).
 */
public record RelatedRequest(
    String product,
    Optional<Filter> filter,
    List<FacetRequest> facets,
    Page page,
    boolean explain) {

  public RelatedRequest {
    facets = List.copyOf(facets);
  }

  /** The first related products. */
  public static RelatedRequest of(String product, int limit) {
    return new RelatedRequest(product, Optional.empty(), List.of(), Page.first(limit), false);
  }

  /** With products in place of conditions on aspects. */
  RelatedRequest resolved(AspectFilters aspects) {
    return new RelatedRequest(product, filter.map(aspects::resolved), facets, page, explain);
  }
}
