package dev.kindred.engine;

import dev.kindred.analyzers.QueryLanguage;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.Ranking.SortField;
import dev.kindred.model.filter.Filter;
import java.util.List;
import java.util.Optional;

/**
 * What matches this query, for this person?
 *
 * @param query may be empty: then every product matches
 * @param language that the query is in, if somebody said so; else it is read in all languages of
 *     the catalogue
 * @param sort fields to order by instead of relevance; none for relevance
 * @param collapse whether variants count as one
 * @param correct whether words that no product has may be corrected
 * @param personalize whether the audience's taste may change the order
 * @param explain whether hits carry reasons
 */
public record SearchRequest(
    String query,
    Optional<QueryLanguage> language,
    Audience audience,
    Optional<Filter> filter,
    List<FacetRequest> facets,
    List<SortField> sort,
    boolean collapse,
    Page page,
    Mode mode,
    boolean correct,
    boolean personalize,
    boolean explain) {

  private static final int LONGEST_QUERY = 2_000;

  /** Which retrievers take part. */
  public enum Mode {
    LEXICAL,
    SEMANTIC,
    HYBRID
  }

  public SearchRequest {
    facets = List.copyOf(facets);
    sort = List.copyOf(sort);
    if (query.length() > LONGEST_QUERY) {
      throw new IllegalArgumentException(
          "q must be at most " + LONGEST_QUERY + " characters, got " + query.length());
    }
  }

  /** A plain search for nobody in particular. */
  public static SearchRequest of(String query, int limit) {
    return new SearchRequest(
        query,
        Optional.empty(),
        Audience.NOBODY,
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Page.first(limit),
        Mode.HYBRID,
        true,
        true,
        false);
  }

  public SearchRequest forAudience(Audience other) {
    return new SearchRequest(
        query,
        language,
        other,
        filter,
        facets,
        sort,
        collapse,
        page,
        mode,
        correct,
        personalize,
        explain);
  }

  /** The same, the query being in this language. */
  public SearchRequest in(QueryLanguage spoken) {
    return new SearchRequest(
        query,
        Optional.of(spoken),
        audience,
        filter,
        facets,
        sort,
        collapse,
        page,
        mode,
        correct,
        personalize,
        explain);
  }

  /** With products in place of conditions on aspects. */
  SearchRequest resolved(AspectFilters aspects) {
    return new SearchRequest(
        query,
        language,
        audience,
        filter.map(aspects::resolved),
        facets,
        sort,
        collapse,
        page,
        mode,
        correct,
        personalize,
        explain);
  }

  public SearchRequest explained(boolean wanted) {
    return new SearchRequest(
        query,
        language,
        audience,
        filter,
        facets,
        sort,
        collapse,
        page,
        mode,
        correct,
        personalize,
        wanted);
  }

  /** The same counting these fields instead. */
  public SearchRequest counting(List<FacetRequest> others) {
    return new SearchRequest(
        query,
        language,
        audience,
        filter,
        others,
        sort,
        collapse,
        page,
        mode,
        correct,
        personalize,
        explain);
  }

  /** The same with the words exactly as typed. */
  public SearchRequest insisting() {
    return new SearchRequest(
        query,
        language,
        audience,
        filter,
        facets,
        sort,
        collapse,
        page,
        mode,
        false,
        personalize,
        explain);
  }
}
