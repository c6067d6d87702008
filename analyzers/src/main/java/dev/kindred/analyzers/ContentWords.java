package dev.kindred.analyzers;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text that say something, stemmed, in their order; of a long text its beginning.
 */
final class ContentWords {
  private static final ProductAnalyzer ANALYZER = ProductAnalyzer.stemmed();
  private static final int LONGEST_READ = 20_000;

  private ContentWords() {}

  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    String read = text.length() <= LONGEST_READ ? text : text.substring(0, LONGEST_READ);
    Tokens.visit(
        ANALYZER,
        read,
        (term, kind, start, end) -> {
          if (!kind.equals(ProductTokenizer.PART) && !StopWords.contains(term)) {
            words.add(term);
          }
        });
    return words;
  }
}
