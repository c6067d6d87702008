package dev.kindred.analyzers;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the endings of cases, numbers and genders off Polish nouns and adjectives written without
 * accents, the longest first, as long as three letters stay.
 */
final class PolishStemFilter extends TokenFilter {
  private static final int SHORTEST_STEM = 3;
  private static final String[] ENDINGS = {
    "iejszych",
    "iejszego",
    "ejszy",
    "owych",
    "owymi",
    "owego",
    "owemu",
    "ikami",
    "ikach",
    "kami",
    "kach",
    "iami",
    "iach",
    "iego",
    "iemu",
    "owej",
    "owym",
    "owie",
    "ego",
    "emu",
    "ymi",
    "imi",
    "ych",
    "ich",
    "ami",
    "ach",
    "owy",
    "owa",
    "owe",
    "iej",
    "iom",
    "ow",
    "om",
    "em",
    "ej",
    "ym",
    "im",
    "ie",
    "ia",
    "iu",
    "ek",
    "ki",
    "ka",
    "ke",
    "ko",
    "a",
    "e",
    "i",
    "o",
    "u",
    "y"
  };

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  PolishStemFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    for (String ending : ENDINGS) {
      int left = term.length() - ending.length();
      if (left >= SHORTEST_STEM && endsWith(ending, left)) {
        term.setLength(left);
        return true;
      }
    }
    return true;
  }

  private boolean endsWith(String ending, int from) {
    for (int i = 0; i < ending.length(); i++) {
      if (term.charAt(from + i) != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
