package dev.kindred.indexer.index;

import dev.kindred.analyzers.Codes;
import dev.kindred.indexer.catalog.Wording;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds what a query's text finds: products with enough of its words ({@link WordCoverage}), scored
 * ({@link WordScoring}), and before all others what the query is as a whole.
 */
final class TextQueries {
  private static final float EXACT = 20;

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
    WordScoring scoring = new WordScoring(text, words, forms);
    List<Query> needed = scoring.needed();
    if (needed.size() < 2) {
      return new Understood(Matches.of(searcher, scoring.all(), true), List.of());
    }
    WordCoverage.Kept kept = WordCoverage.enough(searcher, scoring, needed);
    return new Understood(kept.matches(), kept.lacking().stream().map(scoring::typed).toList());
  }
}
