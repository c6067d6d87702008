package dev.kindred.analyzers;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Lucene's analysis of English product text: {@link ProductTokenizer}, small letters, accents
 * folded, and (stemmed form) KStem, which takes plurals and endings off but yields words.
 *
 * <p>Stop words stay in: a query decides what it may miss, so that "the who" finds The Who.
 */
public final class ProductAnalyzer extends Analyzer {
  /** Changes whenever the same text would give other tokens: then an index must be rebuilt. */
  public static final String VERSION = "product-english-2";

  private static final int GAP = 100;

  private static final int SHORTEST_SPELT = 3;
  private static final int LONGEST_SPELT = 30;

  private enum Form {
    STEMMED,
    EXACT,
    SPELT
  }

  private final Form form;

  private ProductAnalyzer(Form form) {
    this.form = form;
  }

  /** Words reduced to their stem. */
  public static ProductAnalyzer stemmed() {
    return new ProductAnalyzer(Form.STEMMED);
  }

  /** Words as they stand, in small letters without accents. */
  public static ProductAnalyzer exact() {
    return new ProductAnalyzer(Form.EXACT);
  }

  /** Of the exact form those words that somebody may spell wrongly: letters only, 3 to 30. */
  public static ProductAnalyzer spelt() {
    return new ProductAnalyzer(Form.SPELT);
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
    TokenStream last =
        switch (form) {
          case STEMMED -> new KStemFilter(folded);
          case EXACT -> folded;
          case SPELT -> new SpeltWords(folded);
        };
    return new TokenStreamComponents(words, last);
  }

  /** Lets words of letters through. */
  private static final class SpeltWords extends FilteringTokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute digits = addAttribute(KeywordAttribute.class);

    SpeltWords(TokenStream words) {
      super(words);
    }

    @Override
    protected boolean accept() {
      return !digits.isKeyword()
          && term.length() >= SHORTEST_SPELT
          && term.length() <= LONGEST_SPELT;
    }
  }
}
