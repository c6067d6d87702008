package dev.kindred.api.adapter;

import dev.kindred.api.http.Problem;
import dev.kindred.api.http.Problem.Kind;
import dev.kindred.api.http.RefusedException;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.json.MalformedJsonException;
import dev.kindred.indexer.json.NearestName;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of one Algolia query: fields of its JSON object, of the object {@code params} in
 * it, or of a query string in {@code params}.
 */
final class AlgoliaParams {
  private static final Set<String> AROUND = Set.of("indexName", "params", "type", "facet");

  /** What {@link AlgoliaQuery} and {@link AlgoliaRecords} read. */
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "query",
          "page",
          "hitsPerPage",
          "offset",
          "length",
          "facets",
          "facetFilters",
          "numericFilters",
          "filters",
          "attributesToRetrieve",
          "attributesToHighlight",
          "attributesToSnippet",
          "highlightPreTag",
          "highlightPostTag",
          "snippetEllipsisText",
          "maxValuesPerFacet",
          "userToken",
          "enablePersonalization",
          "typoTolerance",
          "distinct",
          "facetQuery",
          "maxFacetHits");

  /** What changes nothing of which products are found, or what Kindred decides by itself. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "analytics",
          "analyticsTags",
          "advancedSyntax",
          "allowTyposOnNumericTokens",
          "alternativesAsExact",
          "attributeCriteriaComputedByMinProximity",
          "clickAnalytics",
          "decompoundQuery",
          "enableABTest",
          "enableReRanking",
          "enableRules",
          "exactOnSingleWordQuery",
          "facetingAfterDistinct",
          "getRankingInfo",
          "ignorePlurals",
          "minProximity",
          "minWordSizefor1Typo",
          "minWordSizefor2Typos",
          "mode",
          "naturalLanguages",
          "percentileComputation",
          "personalizationImpact",
          "queryLanguages",
          "queryType",
          "relevancyStrictness",
          "removeStopWords",
          "removeWordsIfNoResults",
          "renderingContent",
          "replaceSynonymsInHighlight",
          "responseFields",
          "restrictHighlightAndSnippetArrays",
          "ruleContexts",
          "semanticSearch",
          "sortFacetValuesBy",
          "sumOrFiltersScores",
          "synonyms");

  private final ObjectNode values;

  private AlgoliaParams(ObjectNode values) {
    this.values = values;
  }

  /**
   * @throws RefusedException if a parameter is unknown, or one that Kindred cannot follow
   */
  static AlgoliaParams of(JsonNode query) {
    if (!query.isObject()) {
      throw wrong("requests", "a list of JSON objects");
    }
    ObjectNode values = Json.mapper().createObjectNode();
    query.forEachEntry((name, value) -> {
      if (!AROUND.contains(name)) {
        values.set(name, value);
      }
    });
    JsonNode params = query.path("params");
    if (params.isObject()) {
      values.setAll((ObjectNode) params);
    } else if (params.isString()) {
      readQueryString(params.stringValue(), values);
    }
    values.propertyNames().forEach(AlgoliaParams::requireKnown);
    return new AlgoliaParams(values);
  }

  private static void readQueryString(String text, ObjectNode values) {
    try {
      for (String pair : text.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    } catch (IllegalArgumentException e) {
      throw wrong("params", "a query string with valid percent-encoding");
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void requireKnown(String name) {
    if (!UNDERSTOOD.contains(name)
        && !WITHOUT_EFFECT.contains(name)
        && !name.equals("tagFilters")) {
      List<String> known = Stream.concat(UNDERSTOOD.stream(), WITHOUT_EFFECT.stream()).toList();
      throw new RefusedException(
          Problem.of(Kind.UNKNOWN_PARAMETER, "the parameter " + name + " is not understood here")
              .at(name)
              .hinting(
                  NearestName.of(name, known)
                      .map(n -> "did you mean " + n + "?")
                      .orElse("the document adapters.md lists what is")));
    }
  }

  static RefusedException wrong(String name, String rule) {
    return new RefusedException(
        Problem.of(Kind.INVALID_PARAMETER, name + " must be " + rule).at(name));
  }

  /** What is given; {@code null} is nothing, and a list in a text is read as JSON. */
  Optional<JsonNode> given(String name) {
    JsonNode value = values.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (value.isString() && value.stringValue().startsWith("[")) {
      try {
        return Optional.of(Json.parse(value.stringValue()));
      } catch (MalformedJsonException e) {
        return Optional.of(value); // A text that begins with a bracket.
      }
    }
    return Optional.of(value);
  }

  Optional<String> text(String name) {
    return Optional.of(values.path(name)).filter(JsonNode::isValueNode).map(JsonNode::asString);
  }

  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /** A list of texts, or one text with commas in it. */
  Optional<List<String>> texts(String name) {
    return given(name)
        .map(value -> {
          List<String> texts = new ArrayList<>();
          if (value.isArray()) {
            value.forEach(item -> texts.add(item.asString()));
          } else {
            Stream.of(value.asString().split(",", -1))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .forEach(texts::add);
          }
          return List.copyOf(texts);
        });
  }

  OptionalInt whole(String name, int most) {
    Optional<String> text = text(name).filter(t -> !t.isEmpty());
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int value = Integer.parseInt(text.get().strip());
      if (value >= 0 && value <= most) {
        return OptionalInt.of(value);
      }
    } catch (NumberFormatException e) {
      // refused below, as what is out of bounds
    }
    throw wrong(name, "a whole number from 0 to " + most + ", got " + text.get());
  }

  /** Whether it is {@code false} in some form. */
  boolean isOff(String name) {
    return text(name).filter(t -> t.equals("false") || t.equals("0")).isPresent();
  }

  /** Whether it is on in some form; not when not given. */
  boolean isOn(String name) {
    return text(name).filter(t -> !t.isEmpty()).isPresent() && !isOff(name);
  }
}
