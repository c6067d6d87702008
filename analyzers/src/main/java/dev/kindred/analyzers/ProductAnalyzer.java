package dev.kindred.analyzers;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Lucene's analysis of English product text: {@link ProductTokenizer}, small letters, accents
 * folded, and (stemmed form) KStem, which takes plurals and endings off but yields words.
 *
 * <p>Stop words stay in: a query decides what it may miss, so that "the who" finds The Who.
 */
public final class ProductAnalyzer extends Analyzer {
  /** Changes whenever the same text would give other tokens: then an index must be rebuilt. */
  public static final String VERSION = "product-english-1";

  private static final int GAP = 100;

  private final boolean stemmed;

  private ProductAnalyzer(boolean stemmed) {
    this.stemmed = stemmed;
  }

  /** Words reduced to their stem. */
  public static ProductAnalyzer stemmed() {
    return new ProductAnalyzer(true);
  }

  /** Words as they stand, in small letters without accents. */
  public static ProductAnalyzer exact() {
    return new ProductAnalyzer(false);
  }

  /** Values of one field stand far apart, so that no phrase reaches from one into the next. */
  @Override
  public int getPositionIncrementGap(String fieldName) {
    return GAP;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    ProductTokenizer words = new ProductTokenizer();
    TokenFilter folded = new ASCIIFoldingFilter(new LowerCaseFilter(words));
    TokenStream last = stemmed ? new KStemFilter(folded) : folded;
    return new TokenStreamComponents(words, last);
  }
}
