package dev.kindred.indexer.index;

import dev.kindred.analyzers.ProductAnalyzer;
import dev.kindred.analyzers.Tokens;
import dev.kindred.indexer.catalog.WordMatch;
import dev.kindred.indexer.catalog.Wording;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.Query;

/**
 * Says of a product that was found which words of the query it has, where, and what each is worth.
 *
 * <p>What several words have in common (that they are neighbours, that none is missing) is shared
 * out among them in proportion to what each is worth by itself.
 */
final class WordMatches {
  private static final ProductAnalyzer ANALYZER = ProductAnalyzer.stemmed();

  private final ProductSearcher searcher;
  private final String text;
  private final List<QueryText.Word> words;
  private final WordForms forms;

  WordMatches(ProductSearcher searcher, Wording wording) throws IOException {
    this.searcher = searcher;
    this.text = wording.text();
    this.words = QueryText.of(text).words();
    this.forms = new WordForms(searcher, words, wording);
  }

  /** The words that a document has, in the query's order. */
  List<WordMatch> of(int document, Product product) throws IOException {
    double[] worth = new double[words.size()];
    double sum = 0;
    for (int i = 0; i < worth.length; i++) {
      worth[i] = worth(document, i);
      sum += worth[i];
    }
    Map<String, Set<String>> fields = fields(product);
    List<WordMatch> matches = new ArrayList<>();
    for (int i = 0; i < worth.length; i++) {
      if (worth[i] > 0) {
        matches.add(match(i, fields, worth[i] / sum));
      }
    }
    return matches;
  }

  private double worth(int document, int i) throws IOException {
    double title = score(forms.in(ProductSchema.TITLE, i), document);
    double everything = score(forms.in(ProductSchema.EVERYTHING, i), document);
    double both =
        Math.max(title, everything) + WordScoring.OTHER_FIELD * Math.min(title, everything);
    return words.get(i).stop() ? WordScoring.STOP_WORD * both : both;
  }

  private double score(Query query, int document) throws IOException {
    Explanation explanation = searcher.explain(query, document);
    return explanation.isMatch() ? explanation.getValue().doubleValue() : 0;
  }

  private WordMatch match(int i, Map<String, Set<String>> fields, double share) {
    String word = text.substring(words.get(i).start(), words.get(i).end());
    for (List<String> way : forms.ways(i)) {
      List<String> having =
          fields.entrySet().stream()
              .filter(f -> f.getValue().containsAll(way))
              .map(Map.Entry::getKey)
              .toList();
      if (!having.isEmpty()) {
        boolean itself = way.equals(List.of(words.get(i).term()));
        return new WordMatch(word, itself ? "" : String.join(" ", way), having, share);
      }
    }
    return new WordMatch(word, "", List.of(), share);
  }

  private static Map<String, Set<String>> fields(Product product) {
    Map<String, Set<String>> fields = new LinkedHashMap<>();
    fields.put("title", terms(product.title()));
    product.brand().ifPresent(b -> fields.put("brand", terms(b)));
    fields.put("categories", terms(String.join("\n", product.categories())));
    fields.put("description", terms(product.description()));
    product
        .attributes()
        .forEach((name, value) -> fields.put(ProductSchema.attribute(name), terms(words(value))));
    return fields;
  }

  private static String words(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Text t -> t.value();
      case AttributeValue.Numeric n -> ProductDocuments.plain(n);
      case AttributeValue.Flag f -> "";
      case AttributeValue.Many m ->
          String.join("\n", m.values().stream().map(WordMatches::words).toList());
      case AttributeValue.Group g ->
          String.join("\n", g.values().values().stream().map(WordMatches::words).toList());
    };
  }

  private static Set<String> terms(String text) {
    Set<String> terms = new HashSet<>();
    Tokens.visit(ANALYZER, text, (term, kind, start, end) -> terms.add(term));
    return terms;
  }
}
