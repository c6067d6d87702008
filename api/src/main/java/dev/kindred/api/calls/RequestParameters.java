package dev.kindred.api.calls;

import static dev.kindred.api.http.RefusedException.unlessRefused;

import dev.kindred.analyzers.QueryLanguage;
import dev.kindred.api.http.Arguments;
import dev.kindred.api.http.Problem;
import dev.kindred.api.http.Problem.Kind;
import dev.kindred.api.http.RefusedException;
import dev.kindred.api.route.Parameter;
import dev.kindred.engine.Audience;
import dev.kindred.engine.Page;
import dev.kindred.engine.RecommendRequest;
import dev.kindred.engine.RecommendRequest.Seen;
import dev.kindred.engine.RelatedRequest;
import dev.kindred.engine.SearchRequest;
import dev.kindred.engine.SearchRequest.Mode;
import dev.kindred.indexer.catalog.Ranking.SortField;
import dev.kindred.indexer.json.NearestName;
import dev.kindred.model.Person;
import dev.kindred.model.filter.Filter;
import dev.kindred.model.filter.FilterParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parameters of the asking calls, and the engine's requests made from them. */
final class RequestParameters {
  private static final int USUAL_LIMIT = 20;
  private static final double USUAL_DIVERSITY = 0.1;

  private static final List<Parameter> AUDIENCE =
      List.of(
          Parameter.text("user", "id of a known user"),
          Parameter.text("session", "id of a visitor's session; with a user, the user counts"),
          Parameter.texts("items", "recent or liked product ids, newest last, at most 1,000"));

  private static final List<Parameter> SELECTION =
      List.of(
          Parameter.text(
              "filter",
              "what must hold: brand = \"Xerox\" AND price < 50 AND NOT in_stock = false"),
          Parameter.texts("facets", "fields whose values are counted over everything found"),
          Parameter.whole("facet_limit", "values per facet, 1 to 1,000; 20 if not given"),
          Parameter.texts(
              "multi_select",
              "those of the facets that are counted without the filter's own conditions on them"),
          Parameter.texts(
              "ranges",
              "number fields to count by ranges: price:10:50:100 with the edges, price for fitting"
                  + " ones"),
          Parameter.whole("limit", "hits, 0 to 1,000; 20 if not given"),
          Parameter.text("cursor", "the next page, from an earlier answer"),
          Parameter.flag("explain", "whether each hit says why it is there"));

  static final List<Parameter> SEARCH =
      join(
          List.of(Parameter.text("q", "words to find; without them every product matches")),
          AUDIENCE,
          SELECTION,
          List.of(
              Parameter.text(
                  "language",
                  "the language of the query, alone or with a region (de, pt-BR): "
                      + String.join(", ", QueryLanguage.ACCEPTED)
                      + "; read in all languages of the catalogue if not given"),
              Parameter.texts("sort", "fields to order by, -price for the highest first"),
              Parameter.flag("collapse", "whether variants of a product count as one"),
              Parameter.oneOf(
                  "mode",
                  Arrays.stream(Mode.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList(),
                  "what finds products: words, meaning or both; hybrid if not given"),
              Parameter.flag(
                  "correct",
                  "whether words that no product has are corrected; true if not given, and words in"
                      + " quotes never are"),
              Parameter.flag(
                  "personalize", "whether taste may change the order; true if not given")));

  static final List<Parameter> RECOMMEND =
      join(
          AUDIENCE,
          List.of(Parameter.texts("not_items", "product ids that the person does not like")),
          SELECTION,
          List.of(
              Parameter.flag(
                  "exclude_seen",
                  "whether what was bought, rated or disliked is left out; if not given, it is, but"
                      + " for purchases of kinds that people buy again"),
              Parameter.number(
                  "diversity", "0 (best guesses) to 1 (as different as can be); 0.1")));

  static final List<Parameter> RELATED = SELECTION;

  private RequestParameters() {}

  static SearchRequest search(Arguments given) {
    return unlessRefused(() ->
        new SearchRequest(
            given.text("q").orElse(""),
            language(given),
            new Audience(person(given), given.texts("items"), List.of()),
            filter(given),
            FacetParameters.facets(given),
            sort(given),
            given.flag("collapse", false),
            page(given),
            mode(given),
            given.flag("correct", true),
            given.flag("personalize", true),
            given.flag("explain", false)));
  }

  static RecommendRequest recommend(Arguments given) {
    return unlessRefused(() ->
        new RecommendRequest(
            new Audience(person(given), given.texts("items"), given.texts("not_items")),
            filter(given),
            FacetParameters.facets(given),
            seen(given),
            given.number("diversity").orElse(USUAL_DIVERSITY),
            page(given),
            given.flag("explain", false)));
  }

  private static Seen seen(Arguments given) {
    return given
        .flag("exclude_seen")
        .map(out -> out ? Seen.LEFT_OUT : Seen.SHOWN)
        .orElse(Seen.LEFT_OUT_UNLESS_BOUGHT_AGAIN);
  }

  static RelatedRequest related(String product, Arguments given) {
    return unlessRefused(() ->
        new RelatedRequest(
            product,
            filter(given),
            FacetParameters.facets(given),
            page(given),
            given.flag("explain", false)));
  }

  private static Optional<Person> person(Arguments given) {
    return given
        .text("user")
        .map(Person::user)
        .or(() -> given.text("session").map(Person::session));
  }

  private static Optional<Filter> filter(Arguments given) {
    return given.text("filter").filter(f -> !f.isBlank()).map(FilterParser::parse);
  }

  private static List<SortField> sort(Arguments given) {
    return given.texts("sort").stream()
        .map(field ->
            field.startsWith("-")
                ? new SortField(field.substring(1), true)
                : new SortField(field, false))
        .toList();
  }

  private static Page page(Arguments given) {
    int limit = given.whole("limit").orElse(USUAL_LIMIT);
    Optional<String> cursor = given.text("cursor");
    String wrong = limit < 0 || cursor.isEmpty() ? "limit" : "cursor";
    try {
      return cursor.isPresent() ? Page.at(cursor.get(), limit) : Page.first(limit);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Problem.of(Kind.INVALID_PARAMETER, e).at(wrong));
    }
  }

  private static Optional<QueryLanguage> language(Arguments given) {
    try {
      return given.text("language").filter(l -> !l.isBlank()).map(QueryLanguage::of);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Problem.of(Kind.INVALID_PARAMETER, e).at("language"));
    }
  }

  private static Mode mode(Arguments given) {
    List<String> names =
        Arrays.stream(Mode.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
    String name = given.text("mode").orElse("hybrid");
    int found = names.indexOf(name);
    if (found < 0) {
      throw new RefusedException(
          Problem.of(
                  Kind.INVALID_PARAMETER,
                  "mode must be one of " + String.join(", ", names) + ", got " + name)
              .at("mode")
              .hinting(NearestName.of(name, names).map(n -> "did you mean " + n + "?")));
    }
    return Mode.values()[found];
  }

  @SafeVarargs
  private static List<Parameter> join(List<Parameter>... lists) {
    List<Parameter> all = new ArrayList<>();
    for (List<Parameter> list : lists) {
      all.addAll(list);
    }
    return List.copyOf(all);
  }
}
