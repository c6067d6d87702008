package dev.kindred.indexer.index;

import dev.kindred.analyzers.ProductAnalyzer;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** How each text field is analysed, and how matches in it are scored: BM25 with its own b. */
final class TextScoring extends PerFieldSimilarityWrapper {
  private static final float K1 = 1.2f;
  /* A short title is about what it says. A long specification belongs to the main product rather
   * than to its accessories, so that length counts less over all text. */
  private static final Similarity TITLE = new BM25Similarity(K1, 0.6f);
  private static final Similarity OTHERS = new BM25Similarity(K1, 0.35f);

  @Override
  public Similarity get(String field) {
    return field.equals(ProductSchema.TITLE) || field.equals(ProductSchema.TITLE_EXACT)
        ? TITLE
        : OTHERS;
  }

  /** The analyzer of documents. */
  static Analyzer analyzer() {
    ProductAnalyzer stemmed = ProductAnalyzer.stemmed();
    Map<String, Analyzer> others =
        Map.of(
            ProductSchema.TITLE_EXACT, ProductAnalyzer.exact(),
            ProductSchema.WORDS, ProductAnalyzer.spelt());
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return others.getOrDefault(field, stemmed);
      }
    };
  }
}
