package dev.kindred.indexer.index;

import dev.kindred.analyzers.ProductAnalyzer;
import dev.kindred.analyzers.ProductTokenizer;
import dev.kindred.analyzers.StopWords;
import dev.kindred.analyzers.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A word of a query as it is spelt, and where it stands.
 *
 * @param text in small letters without accents
 * @param stem the form that is searched
 * @param fixed whether it may not be corrected: it has digits or parts, is short, says little, or
 *     stands in quotes
 */
record SpeltWord(String text, String stem, int start, int end, boolean fixed) {
  private static final ProductAnalyzer EXACT = ProductAnalyzer.exact();
  private static final ProductAnalyzer STEMMED = ProductAnalyzer.stemmed();
  private static final int SHORTEST = 3;

  /** The words of a query in order; of a word with parts only the whole. */
  static List<SpeltWord> of(String query) {
    Map<Integer, String> stems = new HashMap<>();
    Tokens.visit(STEMMED, query, (term, kind, start, end) -> stems.putIfAbsent(start, term));
    List<SpeltWord> words = new ArrayList<>();
    int[] covered = {0};
    Tokens.visit(
        EXACT,
        query,
        (term, kind, start, end) -> {
          if (start >= covered[0]) {
            covered[0] = end;
            boolean fixed =
                !kind.equals(ProductTokenizer.WORD)
                    || term.length() < SHORTEST
                    || term.chars().anyMatch(Character::isDigit)
                    || StopWords.contains(term)
                    || quoted(query, start, end);
            words.add(new SpeltWord(term, stems.getOrDefault(start, term), start, end, fixed));
          }
        });
    return words;
  }

  /** Whether an odd number of opening quotes stands before, and one closing behind. */
  private static boolean quoted(String query, int start, int end) {
    boolean open = false;
    for (int i = 0; i < start; i++) {
      if (query.charAt(i) == '"') {
        open = !open && (i == 0 || Character.isWhitespace(query.charAt(i - 1)));
      }
    }
    return open && query.indexOf('"', end) >= 0;
  }
}
