package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.Completion;
import dev.kindred.model.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Completes what somebody types from the terms of the index: categories and brands that begin so,
 * then products whose title begins so, then products with a word in the title that does. Products
 * that are wanted more come first.
 */
final class Completer {
  private static final int MOST_TERMS = 5_000;
  private static final int SHORTEST_CORRECTED = 3;

  private final ProductSearcher searcher;
  private final Popularity popularity;
  private final ProductReader products;

  Completer(ProductSearcher searcher, Popularity popularity, ProductReader products) {
    this.searcher = searcher;
    this.popularity = popularity;
    this.products = products;
  }

  /** Of the text as typed; if nothing begins so, of what it was probably meant to be. */
  List<Completion> complete(String prefix, int limit) throws IOException {
    List<Completion> typed = completions(prefix, limit);
    return typed.isEmpty() && limit > 0 ? completions(meant(prefix), limit) : typed;
  }

  /** All words but the last corrected, and the last as the most used word begins that is near. */
  private String meant(String typed) throws IOException {
    QuerySpelling spelling =
        new QuerySpelling(searcher, SearchedWords.NONE, Optional.empty(), word -> false);
    int last = typed.lastIndexOf(' ') + 1;
    String before = typed.substring(0, last);
    String corrected = before.isBlank() ? before : spelling.corrected(before).orElse(before);
    String beginning = ProductSchema.folded(typed.substring(last));
    if (beginning.length() < SHORTEST_CORRECTED) {
      return corrected + beginning;
    }
    Vocabulary vocabulary = new Vocabulary(searcher.getIndexReader(), SearchedWords.NONE);
    Map<String, Integer> near = vocabulary.beginningNear(beginning);
    return corrected
        + near.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse(beginning);
  }

  private List<Completion> completions(String prefix, int limit) throws IOException {
    String folded = ProductSchema.folded(prefix);
    if (folded.isEmpty() || limit < 1) {
      return List.of();
    }
    int few = Math.max(1, limit / 4);
    List<Completion> all = new ArrayList<>();
    add(all, Completion.Kind.CATEGORY, "categories", folded, few);
    add(all, Completion.Kind.BRAND, "brand", folded, few);
    Map<String, Completion> titles = new LinkedHashMap<>();
    add(titles, beginsWith("title", folded), limit);
    if (titles.size() < limit) {
      add(titles, contains(folded), limit);
    }
    titles.values().stream().limit(Math.max(0, limit - all.size())).forEach(all::add);
    return all.stream().limit(limit).toList();
  }

  private static Query beginsWith(String name, String folded) {
    String term = ProductSchema.term(FieldKind.TEXT, name, "") + folded;
    return new PrefixQuery(new Term(ProductSchema.VALUES, term));
  }

  /** All words but the last as they stand, and one that begins as the last does. */
  private static Query contains(String folded) {
    List<QueryText.Word> words = QueryText.of(folded).words();
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i + 1 < words.size(); i++) {
      all.add(new TermQuery(new Term(ProductSchema.TITLE, words.get(i).term())), Occur.FILTER);
    }
    String last = folded.substring(folded.lastIndexOf(' ') + 1);
    all.add(new PrefixQuery(new Term(ProductSchema.TITLE, last)), Occur.FILTER);
    return all.build();
  }

  private void add(Map<String, Completion> titles, Query query, int limit) throws IOException {
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    Matches matches = Matches.of(searcher, query, false);
    Column column = new RankColumns(leaves, matches).popularity(popularity);
    MatchOrder order = new MatchOrder(List.of(column), new Ids(leaves, matches));
    for (int match : order.page(matches.size(), 0, 2 * limit)) {
      Product product = products.product(matches.doc(match));
      String title = product.title();
      titles.putIfAbsent(
          ProductSchema.folded(title),
          new Completion(Completion.Kind.PRODUCT, title, product.id()));
    }
  }

  private void add(
      List<Completion> all, Completion.Kind kind, String name, String folded, int limit)
      throws IOException {
    Map<String, Integer> frequencies = new HashMap<>();
    Map<String, String> shown = new HashMap<>();
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      count(leaf, name, folded, frequencies, shown);
    }
    frequencies.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .forEach(
            e -> all.add(new Completion(kind, shown.getOrDefault(e.getKey(), e.getKey()), "")));
  }

  private static void count(
      LeafReaderContext leaf,
      String name,
      String folded,
      Map<String, Integer> frequencies,
      Map<String, String> shown)
      throws IOException {
    Terms terms = leaf.reader().terms(ProductSchema.VALUES);
    if (terms == null) {
      return;
    }
    String before = ProductSchema.term(FieldKind.TEXT, name, "");
    BytesRef start = new BytesRef(before + folded);
    TermsEnum each = terms.iterator();
    int seen = 0;
    if (each.seekCeil(start) == TermsEnum.SeekStatus.END) {
      return;
    }
    for (BytesRef term = each.term();
        term != null && StringHelper.startsWith(term, start) && seen < MOST_TERMS;
        term = each.next(), seen++) {
      String value = term.utf8ToString().substring(before.length());
      String spelt = spelt(leaf, each, name, value);
      if (!spelt.isEmpty()) {
        frequencies.merge(value, each.docFreq(), Integer::sum);
        shown.putIfAbsent(value, spelt);
      }
    }
  }

  /** How the first product that is still there spells a value; empty if none is. */
  private static String spelt(LeafReaderContext leaf, TermsEnum term, String name, String folded)
      throws IOException {
    PostingsEnum docs = term.postings(null, PostingsEnum.NONE);
    var live = leaf.reader().getLiveDocs();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (live != null && !live.get(doc)) {
        continue;
      }
      SortedSetDocValues values =
          DocValues.getSortedSet(leaf.reader(), ProductSchema.field(FieldKind.TEXT, name));
      if (values.advanceExact(doc)) {
        for (int i = values.docValueCount(); i > 0; i--) {
          String value = values.lookupOrd(values.nextOrd()).utf8ToString();
          if (ProductSchema.folded(value).equals(folded)) {
            return value;
          }
        }
      }
    }
    return "";
  }
}
