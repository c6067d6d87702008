package dev.kindred.indexer.index;

import dev.kindred.analyzers.ProductAnalyzer;
import dev.kindred.analyzers.ProductTokenizer;
import dev.kindred.analyzers.Tokens;
import dev.kindred.indexer.catalog.Fragment;
import dev.kindred.indexer.catalog.Wording;
import dev.kindred.model.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Marks a query's words and their synonyms in a product's title and description. */
final class Highlights {
  private static final ProductAnalyzer ANALYZER = ProductAnalyzer.stemmed();
  private static final int LONGEST = 5_000;

  private Highlights() {}

  /** The fields that contain a word of the query, in pieces; a long text is cut off. */
  static Map<String, List<Fragment>> of(Wording wording, Product product) {
    Set<String> terms = terms(wording.text());
    wording.alternatives().forEach(other -> terms.addAll(terms(other.words())));
    Map<String, List<Fragment>> fields = new LinkedHashMap<>();
    add(fields, "title", product.title(), terms);
    add(fields, "description", product.description(), terms);
    return fields;
  }

  private static Set<String> terms(String words) {
    QueryText text = QueryText.of(words);
    Set<String> terms = text.terms();
    text.words().stream().filter(QueryText.Word::stop).forEach(w -> terms.remove(w.term()));
    return terms;
  }

  private static void add(
      Map<String, List<Fragment>> fields, String name, String text, Set<String> terms) {
    String read = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    List<Fragment> fragments = new ArrayList<>();
    int[] done = {0};
    Tokens.visit(
        ANALYZER,
        read,
        (term, kind, start, end) -> {
          // Pairs of characters overlap.
          int from = kind.equals(ProductTokenizer.PAIR) ? Math.max(start, done[0]) : start;
          if (from >= done[0] && end > from && terms.contains(term)) {
            if (from > done[0]) {
              fragments.add(new Fragment(read.substring(done[0], from), false));
            }
            fragments.add(new Fragment(read.substring(from, end), true));
            done[0] = end;
          }
        });
    if (!fragments.isEmpty()) {
      if (done[0] < read.length()) {
        fragments.add(new Fragment(read.substring(done[0]), false));
      }
      fields.put(name, List.copyOf(fragments));
    }
  }
}
