package dev.kindred.api.adapter;

import dev.kindred.engine.Answer;
import dev.kindred.engine.Hit;
import dev.kindred.indexer.catalog.FacetCounts;
import dev.kindred.indexer.catalog.FacetCounts.ValueCount;
import dev.kindred.indexer.json.Json;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers in Algolia's form. */
final class AlgoliaAnswer {
  private static final int USUAL_FACET_HITS = 10;
  private static final int MOST_FACET_HITS = 100;

  private AlgoliaAnswer() {}

  /** A page of hits with facets. */
  static ObjectNode of(AlgoliaQuery query, Answer answer) {
    ObjectNode result = Json.mapper().createObjectNode();
    AlgoliaRecords records = new AlgoliaRecords(query.params(), query.words());
    ArrayNode hits = result.putArray("hits");
    List<Hit> shown = answer.hits();
    shown.subList(Math.min(query.from(), shown.size()), shown.size()).stream()
        .map(records::record)
        .forEach(hits::add);
    long reachable = Math.min(answer.found(), AlgoliaQuery.DEEPEST);
    int size = Math.max(1, query.size());
    result.put("nbHits", answer.found());
    result.put("page", query.from() / size);
    result.put("nbPages", query.size() == 0 ? 0 : (reachable + size - 1) / size);
    result.put("hitsPerPage", query.size());
    putFacets(query, answer, result);
    result.put("exhaustiveNbHits", true).put("exhaustiveFacetsCount", true);
    result.put("query", query.words()).put("index", query.index());
    result.put("queryID", answer.queryId());
    result.put("processingTimeMS", Math.round(answer.tookMillis()));
    return result;
  }

  private static void putFacets(AlgoliaQuery query, Answer answer, ObjectNode result) {
    if (query.facets().isEmpty()) {
      return;
    }
    ObjectNode facets = result.putObject("facets");
    ObjectNode statistics = result.putObject("facets_stats");
    for (String attribute : query.facets()) {
      FacetCounts counts = answer.facets().get(AlgoliaFields.field(attribute));
      if (counts == null) {
        continue;
      }
      ObjectNode values = facets.putObject(attribute);
      ofLevel(attribute, counts)
          .limit(query.facetValues())
          .forEach(v -> values.put(v.value(), v.count()));
      counts
          .numbers()
          .filter(n -> n.count() > 0)
          .ifPresent(n ->
              statistics
                  .putObject(attribute)
                  .put("min", n.min())
                  .put("max", n.max())
                  .put("avg", n.mean())
                  .put("sum", n.mean() * n.count()));
    }
  }

  private static Stream<ValueCount> ofLevel(String attribute, FacetCounts counts) {
    OptionalInt levels = AlgoliaFields.levels(attribute);
    return counts.values().stream()
        .filter(v -> levels.isEmpty() || v.value().split(" > ").length == levels.getAsInt());
  }

  /** Values of one facet with a word that begins like what is typed. */
  static ObjectNode values(AlgoliaQuery query, String attribute, Answer answer) {
    ObjectNode result = Json.mapper().createObjectNode();
    ArrayNode hits = result.putArray("facetHits");
    String typed = folded(query.params().text("facetQuery", "").strip());
    int most = query.params().whole("maxFacetHits", MOST_FACET_HITS).orElse(USUAL_FACET_HITS);
    String before = query.params().text("highlightPreTag", "<em>");
    String after = query.params().text("highlightPostTag", "</em>");
    FacetCounts counts = answer.facets().get(AlgoliaFields.field(attribute));
    Stream.ofNullable(counts)
        .flatMap(c -> ofLevel(attribute, c))
        .filter(v -> place(v.value(), typed) >= 0)
        .limit(most)
        .forEach(v -> {
          int at = place(v.value(), typed);
          int end = at + typed.length();
          String marked =
              v.value().substring(0, at)
                  + (typed.isEmpty() ? "" : before + v.value().substring(at, end) + after)
                  + v.value().substring(end);
          hits.addObject()
              .put("value", v.value())
              .put("highlighted", marked)
              .put("count", v.count());
        });
    result.put("exhaustiveFacetsCount", true);
    result.put("processingTimeMS", Math.round(answer.tookMillis()));
    return result;
  }

  /** Where a word begins like what is typed, or -1. Folding keeps the length of a text. */
  private static int place(String value, String typed) {
    String text = folded(value);
    if (text.length() != value.length()) {
      text = value.toLowerCase(Locale.ROOT);
    }
    for (int at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
      if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
        return at + typed.length() <= value.length() ? at : -1;
      }
    }
    return -1;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
