package dev.kindred.api.adapter;

import dev.kindred.engine.Hit;
import dev.kindred.indexer.catalog.Fragment;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.json.ProductJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hits as Algolia's records: flat, the id as {@code objectID}, the title also as {@code name}, and
 * attributes beside the product's own fields, with the query's words marked in {@code
 * _highlightResult} and {@code _snippetResult}.
 */
final class AlgoliaRecords {
  private static final int USUAL_SNIPPET_WORDS = 10;
  private static final Pattern WORD = Pattern.compile("\\S+");

  private final String before;
  private final String after;
  private final String ellipsis;
  private final Optional<List<String>> retrieved;
  private final Optional<List<String>> highlighted;
  private final List<String> snippets;
  private final int wordsAsked;

  AlgoliaRecords(AlgoliaParams params, String words) {
    this.before = params.text("highlightPreTag", "<em>");
    this.after = params.text("highlightPostTag", "</em>");
    this.ellipsis = params.text("snippetEllipsisText", "…");
    this.retrieved = params.texts("attributesToRetrieve");
    this.highlighted = params.texts("attributesToHighlight");
    this.snippets = params.texts("attributesToSnippet").orElse(List.of());
    this.wordsAsked = (int) WORD.matcher(words).results().count();
  }

  ObjectNode record(Hit hit) {
    ObjectNode all = flat(hit);
    ObjectNode record = Json.mapper().createObjectNode();
    all.forEachEntry((name, value) -> {
      if (isAmong(name, retrieved)) {
        record.set(name, value);
      }
    });
    record.put("objectID", hit.product().id());
    ObjectNode marks = record.putObject("_highlightResult");
    ObjectNode parts = record.putObject("_snippetResult");
    all.forEachEntry((name, value) -> {
      List<Fragment> fragments = fragments(hit, name, value);
      if (isAmong(name, highlighted)) {
        highlight(value, fragments).ifPresent(marked -> marks.set(name, marked));
      }
      snippetWords(name)
          .filter(words -> value.isString())
          .ifPresent(words ->
              parts
                  .putObject(name)
                  .put("value", snippet(fragments, words))
                  .put("matchLevel", level(fragments)));
    });
    return record;
  }

  private static ObjectNode flat(Hit hit) {
    ObjectNode product = (ObjectNode) Json.parse(ProductJson.write(hit.product()));
    ObjectNode flat = Json.mapper().createObjectNode();
    flat.set("name", product.path("title"));
    product.path("attributes").forEachEntry(flat::set);
    flat.setAll(product);
    flat.remove("id");
    return flat;
  }

  private static boolean isAmong(String name, Optional<List<String>> wanted) {
    return wanted.isEmpty()
        || wanted.get().contains(name)
        || (wanted.get().contains("*") && !wanted.get().contains("-" + name));
  }

  private static List<Fragment> fragments(Hit hit, String name, JsonNode value) {
    String field = name.equals("name") ? "title" : name;
    List<Fragment> marked = hit.highlights().get(field);
    return marked != null ? marked : List.of(new Fragment(value.asString(""), false));
  }

  /** Texts and lists of texts have marks; objects and flags have none. */
  private Optional<JsonNode> highlight(JsonNode value, List<Fragment> fragments) {
    if (value.isString()) {
      return Optional.of(marked(fragments));
    }
    if (value.isNumber()) {
      return Optional.of(marked(List.of(new Fragment(value.asString(), false))));
    }
    if (value.isArray()) {
      List<JsonNode> items = new ArrayList<>();
      value.forEach(item -> items.add(marked(List.of(new Fragment(item.asString(""), false)))));
      return Optional.of(Json.mapper().createArrayNode().addAll(items));
    }
    return Optional.empty();
  }

  private ObjectNode marked(List<Fragment> fragments) {
    ObjectNode marked = Json.mapper().createObjectNode();
    marked.put("value", joined(fragments));
    marked.put("matchLevel", level(fragments));
    if (fragments.stream().anyMatch(Fragment::match)) {
      marked.put("fullyHighlighted", fragments.stream().allMatch(Fragment::match));
    }
    var words = marked.putArray("matchedWords");
    matchedWords(fragments).forEach(words::add);
    return marked;
  }

  private static List<String> matchedWords(List<Fragment> fragments) {
    return fragments.stream()
        .filter(Fragment::match)
        .map(f -> f.text().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  private String level(List<Fragment> fragments) {
    int matched = matchedWords(fragments).size();
    return matched == 0 ? "none" : matched >= wordsAsked ? "full" : "partial";
  }

  private String joined(List<Fragment> fragments) {
    StringBuilder text = new StringBuilder();
    fragments.forEach(f -> text.append(f.match() ? before + f.text() + after : f.text()));
    return text.toString();
  }

  private Optional<Integer> snippetWords(String name) {
    for (String snippet : snippets) {
      int colon = snippet.indexOf(':');
      String attribute = colon < 0 ? snippet : snippet.substring(0, colon);
      if (attribute.equals(name) || attribute.equals("*")) {
        String words = snippet.substring(colon + 1);
        return Optional.of(
            words.matches("\\d{1,4}") ? Integer.parseInt(words) : USUAL_SNIPPET_WORDS);
      }
    }
    return Optional.empty();
  }

  /** So many words, beginning a little before the first that matches. */
  private String snippet(List<Fragment> fragments, int words) {
    StringBuilder plain = new StringBuilder();
    int firstMatch = -1;
    for (Fragment fragment : fragments) {
      if (fragment.match() && firstMatch < 0) {
        firstMatch = plain.length();
      }
      plain.append(fragment.text());
    }
    List<int[]> spans = new ArrayList<>();
    Matcher matcher = WORD.matcher(plain);
    int at = 0;
    while (matcher.find()) {
      if (matcher.end() <= firstMatch) {
        at++;
      }
      spans.add(new int[] {matcher.start(), matcher.end()});
    }
    int first = Math.max(0, Math.min(at - words / 3, spans.size() - words));
    int last = Math.min(spans.size(), first + words) - 1;
    if (last < 0) {
      return joined(fragments);
    }
    int from = first == 0 ? 0 : spans.get(first)[0];
    int to = last == spans.size() - 1 ? plain.length() : spans.get(last)[1];
    return (from > 0 ? ellipsis : "")
        + joined(cut(fragments, from, to))
        + (to < plain.length() ? ellipsis : "");
  }

  private static List<Fragment> cut(List<Fragment> fragments, int from, int to) {
    List<Fragment> cut = new ArrayList<>();
    int start = 0;
    for (Fragment fragment : fragments) {
      int end = start + fragment.text().length();
      if (end > from && start < to) {
        String text =
            fragment.text().substring(Math.max(0, from - start), Math.min(end, to) - start);
        cut.add(new Fragment(text, fragment.match()));
      }
      start = end;
    }
    return cut;
  }
}
