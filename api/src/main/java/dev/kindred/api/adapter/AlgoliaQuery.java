package dev.kindred.api.adapter;

import static dev.kindred.api.http.RefusedException.unlessRefused;

import dev.kindred.engine.Audience;
import dev.kindred.engine.Page;
import dev.kindred.engine.SearchRequest;
import dev.kindred.engine.SearchRequest.Mode;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.Ranking.SortField;
import dev.kindred.model.Person;
import dev.kindred.model.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One Algolia query as the engine's request.
 *
 * @param index as it was named
 * @param words as typed
 * @param facets attributes to count, as they were named
 * @param from place of the first hit wanted, from 0
 * @param size hits wanted
 */
record AlgoliaQuery(
    String index, String words, List<String> facets, int from, int size, AlgoliaParams params) {

  /** As deep as pages lead, there and here. */
  static final int DEEPEST = 1_000;

  private static final int USUAL_HITS = 20;
  private static final int USUAL_FACET_VALUES = 100;
  private static final int HIERARCHY_VALUES = 1_000;
  private static final int LONGEST = 512;

  static AlgoliaQuery of(String index, AlgoliaParams params) {
    int size = params.whole("hitsPerPage", DEEPEST).orElse(USUAL_HITS);
    int from = params.whole("page", Integer.MAX_VALUE / DEEPEST).orElse(0) * size;
    if (params.given("offset").isPresent() || params.given("length").isPresent()) {
      from = params.whole("offset", DEEPEST).orElse(0);
      size = params.whole("length", DEEPEST).orElse(size);
    }
    if (params
        .given("tagFilters")
        .filter(t -> !t.isEmpty() && !t.asString("-").isEmpty())
        .isPresent()) {
      throw AlgoliaParams.wrong("tagFilters", "empty: products have no tags; use filters");
    }
    String words = params.text("query", "");
    return new AlgoliaQuery(
        index,
        words.length() > LONGEST ? words.substring(0, LONGEST) : words,
        params.texts("facets").orElse(List.of()),
        from,
        size,
        params);
  }

  /** Asks for all hits up to the end of the page: places are counted, not remembered. */
  SearchRequest request() {
    List<SortField> sort = AlgoliaFields.order(index).stream().toList();
    return unlessRefused(() ->
        new SearchRequest(
            words,
            Optional.empty(),
            person().map(Audience::of).orElse(Audience.NOBODY),
            filter(),
            facetRequests(),
            sort,
            params.isOn("distinct"),
            Page.first(size == 0 || from >= DEEPEST ? 0 : Math.min(from + size, DEEPEST)),
            Mode.HYBRID,
            !params.isOff("typoTolerance"),
            !params.isOff("enablePersonalization"),
            false));
  }

  /** Tokens that the insights library makes up are sessions; others the shop gave to customers. */
  static Person person(String token) {
    return token.startsWith("anonymous") ? Person.session(token) : Person.user(token);
  }

  Optional<Person> person() {
    return params.text("userToken").filter(t -> !t.isBlank()).map(AlgoliaQuery::person);
  }

  int facetValues() {
    return Math.max(
        1, params.whole("maxValuesPerFacet", Integer.MAX_VALUE).orElse(USUAL_FACET_VALUES));
  }

  private List<FacetRequest> facetRequests() {
    return facets.stream()
        .map(attribute ->
            new FacetRequest(
                AlgoliaFields.field(attribute),
                AlgoliaFields.levels(attribute).isPresent()
                    ? HIERARCHY_VALUES
                    : Math.min(facetValues(), HIERARCHY_VALUES)))
        .distinct()
        .toList();
  }

  private Optional<Filter> filter() {
    List<Filter> parts = new ArrayList<>();
    params
        .text("filters")
        .filter(f -> !f.isBlank())
        .map(AlgoliaFilters::parse)
        .ifPresent(parts::add);
    params.given("facetFilters").ifPresent(f -> parts.addAll(all(f, AlgoliaFilters::facet)));
    params.given("numericFilters").ifPresent(f -> parts.addAll(all(f, AlgoliaFilters::parse)));
    return parts.size() > 1 ? Optional.of(new Filter.And(parts)) : parts.stream().findFirst();
  }

  /** All of a list must hold, of a list in it one. */
  private static List<Filter> all(JsonNode list, Function<String, Filter> condition) {
    if (!list.isArray()) {
      return list.asString().isBlank() ? List.of() : List.of(condition.apply(list.asString()));
    }
    List<Filter> parts = new ArrayList<>();
    for (JsonNode part : list) {
      List<Filter> any =
          part.isArray() ? all(part, condition) : List.of(condition.apply(part.asString()));
      if (!any.isEmpty()) {
        parts.add(any.size() == 1 ? any.getFirst() : new Filter.Or(any));
      }
    }
    return parts;
  }
}
