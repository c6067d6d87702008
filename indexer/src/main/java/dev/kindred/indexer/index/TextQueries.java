package dev.kindred.indexer.index;

import dev.kindred.analyzers.Codes;
import dev.kindred.analyzers.ProductAnalyzer;
import dev.kindred.analyzers.ProductTokenizer;
import dev.kindred.analyzers.Tokens;
import dev.kindred.indexer.catalog.Wording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Turns a query into a scored Lucene query.
 *
 * <p>The score is that of the words in the title or in all text, whichever is higher, plus a part
 * of the other, plus a part for words that are neighbours in the title or elsewhere too, plus a
 * little for words in the title exactly as typed and for words that name an attribute; and the
 * less, the fewer of the words there are.
 */
final class TextQueries {
  static final float OTHER_FIELD = 0.5f;
  private static final float AS_TYPED = 0.05f;
  private static final float NEIGHBOURS = 0.5f;
  private static final float NEIGHBOURS_ANYWHERE = 0.4f;
  private static final float NAMES = 0.1f;
  static final float STOP_WORD = 0.2f;
  private static final float EXACT = 20;
  private static final ProductAnalyzer TYPED = ProductAnalyzer.exact();

  private final ProductSearcher searcher;

  TextQueries(ProductSearcher searcher) {
    this.searcher = searcher;
  }

  /** The term in {@link ProductSchema#EXACT} that a query is as a whole; empty if it has none. */
  static Optional<Term> exact(String text) {
    return Optional.of(Codes.normalised(text))
        .filter(code -> !code.isEmpty())
        .map(code -> new Term(ProductSchema.EXACT, code));
  }

  /**
   * What a query finds.
   *
   * @param matches products that contain enough of the words, or are the query as a whole
   * @param relaxed words as typed that not every match has, because too few products have all; the
   *     one that tells least first
   */
  record Understood(Matches matches, List<String> relaxed) {
    private static final int OWN_BYTES = 200;
    private static final int MATCH_BYTES = 12;

    Understood {
      relaxed = List.copyOf(relaxed);
    }

    /** How much memory this takes, about. */
    long bytes() {
      return OWN_BYTES + (long) MATCH_BYTES * matches.size();
    }
  }

  /** Finds out what a query finds. */
  Understood understand(Wording wording) throws IOException {
    String text = wording.text();
    Optional<Term> exact = exact(text);
    List<QueryText.Word> words = QueryText.of(text).words();
    if (exact.isEmpty() || words.isEmpty()) {
      return new Understood(Matches.NONE, List.of());
    }
    Understood some = words(text, words, new WordForms(searcher, words, wording));
    Query whole = new BoostQuery(new ConstantScoreQuery(new TermQuery(exact.get())), EXACT);
    Query either =
        new BooleanQuery.Builder()
            .add(new ScoredDocuments(some.matches()), Occur.SHOULD)
            .add(whole, Occur.SHOULD)
            .build();
    boolean is = searcher.getIndexReader().docFreq(exact.get()) > 0;
    return is ? new Understood(Matches.of(searcher, either, true), some.relaxed()) : some;
  }

  private Understood words(String text, List<QueryText.Word> words, WordForms forms)
      throws IOException {
    BooleanQuery.Builder title = new BooleanQuery.Builder();
    BooleanQuery.Builder everything = new BooleanQuery.Builder();
    BooleanQuery.Builder names = new BooleanQuery.Builder();
    List<Query> needed = new ArrayList<>();
    List<String> typed = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean stop = forms.stop(i);
      Query anywhere = forms.in(ProductSchema.EVERYTHING, i);
      title.add(weighted(forms.in(ProductSchema.TITLE, i), stop), Occur.SHOULD);
      everything.add(weighted(anywhere, stop), Occur.SHOULD);
      if (!stop) {
        names.add(forms.in(ProductSchema.ATTRIBUTE_NAMES, i), Occur.SHOULD);
        needed.add(anywhere);
        typed.add(text.substring(words.get(i).start(), words.get(i).end()));
      }
    }
    Query best = new DisjunctionMaxQuery(List.of(title.build(), everything.build()), OTHER_FIELD);
    BooleanQuery.Builder scored =
        new BooleanQuery.Builder()
            .add(best, Occur.MUST)
            .add(new BoostQuery(names.build(), NAMES), Occur.SHOULD)
            .add(new BoostQuery(asTyped(text), AS_TYPED), Occur.SHOULD);
    neighbours(ProductSchema.TITLE, words)
        .forEach(pair -> scored.add(new BoostQuery(pair, NEIGHBOURS), Occur.SHOULD));
    neighbours(ProductSchema.EVERYTHING, words)
        .forEach(pair -> scored.add(new BoostQuery(pair, NEIGHBOURS_ANYWHERE), Occur.SHOULD));
    Matches all = Matches.of(searcher, scored.build(), true);
    if (needed.size() < 2) {
      return new Understood(all, List.of());
    }
    WordCoverage.Kept kept = WordCoverage.enough(searcher, all, needed);
    return new Understood(kept.matches(), kept.lacking().stream().map(typed::get).toList());
  }

  /** Plain words that stand side by side in the query and in a field. */
  private static List<Query> neighbours(String field, List<QueryText.Word> words) {
    List<Query> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      QueryText.Word first = words.get(i);
      QueryText.Word second = words.get(i + 1);
      if (first.parts().isEmpty() && second.parts().isEmpty()) {
        pairs.add(new PhraseQuery(field, first.term(), second.term()));
      }
    }
    return pairs;
  }

  private static Query weighted(Query word, boolean stop) {
    return stop ? new BoostQuery(word, STOP_WORD) : word;
  }

  private static Query asTyped(String text) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    List<Term> terms = new ArrayList<>();
    Tokens.visit(
        TYPED,
        text,
        (term, kind, start, end) -> {
          if (!kind.equals(ProductTokenizer.PART)) {
            terms.add(new Term(ProductSchema.TITLE_EXACT, term));
          }
        });
    terms.stream()
        .distinct()
        .limit(QueryText.MOST_WORDS)
        .forEach(term -> words.add(new TermQuery(term), Occur.SHOULD));
    return words.build();
  }
}
