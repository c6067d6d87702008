package dev.kindred.analyzers;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cjk.CJKWidthCharFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Lucene's analysis of product text: {@link ProductTokenizer}, small letters, digits of all scripts
 * as ASCII, accents folded, and (stemmed form) KStem, which takes English plurals and endings off
 * but yields words, and light stemmers for words in Cyrillic and Arabic letters.
 *
 * <p>Stop words stay in: a query decides what it may miss, so that "the who" finds The Who.
 */
public final class ProductAnalyzer extends Analyzer {
  /** Changes whenever the same text would give other tokens: then an index must be rebuilt. */
  public static final String VERSION = "product-text-3";

  private static final int GAP = 100;
  private static final char FIRST_MARK = '\u0300';
  private static final char LAST_MARK = '\u036F';
  /* Cyrillic letters that are written for each other. */
  private static final char YO = '\u0451';
  private static final char YE = '\u0435';

  private static final int SHORTEST_SPELT = 3;
  private static final int LONGEST_SPELT = 30;

  private enum Form {
    STEMMED,
    EXACT,
    SPELT
  }

  private final Form form;
  private final StreamPool streams;

  private ProductAnalyzer(Form form, StreamPool streams) {
    super(streams);
    this.form = form;
    this.streams = streams;
  }

  /** Words reduced to their stem. */
  public static ProductAnalyzer stemmed() {
    return new ProductAnalyzer(Form.STEMMED, new StreamPool());
  }

  /** Words as they stand, in small letters without accents. */
  public static ProductAnalyzer exact() {
    return new ProductAnalyzer(Form.EXACT, new StreamPool());
  }

  /** Of the exact form those words that somebody may spell wrongly: letters only, 3 to 30. */
  public static ProductAnalyzer spelt() {
    return new ProductAnalyzer(Form.SPELT, new StreamPool());
  }

  /** Values of one field stand far apart, so that no phrase reaches from one into the next. */
  @Override
  public int getPositionIncrementGap(String fieldName) {
    return GAP;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    ProductTokenizer words = new ProductTokenizer();
    TokenFilter small = new DecimalDigitFilter(new LowerCaseFilter(words));
    TokenFilter folded =
        new ArabicNormalizationFilter(new LooseMarks(new ASCIIFoldingFilter(small)));
    TokenStream last =
        switch (form) {
          case STEMMED -> new RussianLightStemFilter(new ArabicStemFilter(new KStemFilter(folded)));
          case EXACT -> folded;
          case SPELT -> new SpeltWords(folded);
        };
    return new TokenStreamComponents(words, streams.last(last));
  }

  /** Half-wide Katakana becomes wide before characters are paired. */
  @Override
  protected Reader initReader(String fieldName, Reader reader) {
    return new CJKWidthCharFilter(reader);
  }

  /** Takes off accents that are characters of their own. */
  private static final class LooseMarks extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    LooseMarks(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      char[] letters = term.buffer();
      int kept = 0;
      for (int i = 0; i < term.length(); i++) {
        char c = letters[i];
        if (c < FIRST_MARK || c > LAST_MARK) {
          letters[kept++] = c == YO ? YE : c;
        }
      }
      if (kept > 0) {
        term.setLength(kept);
      }
      return true;
    }
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
