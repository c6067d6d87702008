package dev.kindred.indexer.index;

import dev.kindred.analyzers.ProductAnalyzer;
import dev.kindred.analyzers.ProductTokenizer;
import dev.kindred.analyzers.StopWords;
import dev.kindred.analyzers.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a query, in order, each once.
 *
 * @param words as people typed them, analysed like product text
 */
record QueryText(List<Word> words) {
  private static final ProductAnalyzer ANALYZER = ProductAnalyzer.stemmed();
  private static final ProductAnalyzer EXACT = ProductAnalyzer.exact();
  static final int MOST_WORDS = 64;

  QueryText {
    words = List.copyOf(words);
  }

  /**
   * One word.
   *
   * @param term the whole word without connectors, in the form that is indexed
   * @param parts what a word with several parts consists of; empty for a plain word
   * @param stop whether the query may miss it
   * @param start where it stands in the query, in characters
   */
  record Word(String term, List<String> parts, boolean stop, int start, int end) {
    Word {
      parts = List.copyOf(parts);
    }
  }

  /** Reads a query; words beyond the 64th are not read. */
  static QueryText of(String query) {
    Reader reader = new Reader();
    Tokens.visit(ANALYZER, query, reader);
    reader.finish();
    Set<String> seen = new HashSet<>();
    List<Word> words =
        reader.words.stream().filter(w -> seen.add(w.term)).limit(MOST_WORDS).toList();
    return new QueryText(withStops(words));
  }

  /** Stop words may be missed unless there is nothing else. */
  private static List<Word> withStops(List<Word> words) {
    boolean onlyStops = words.stream().allMatch(w -> StopWords.contains(w.term));
    return words.stream()
        .map(w ->
            new Word(w.term, w.parts, !onlyStops && StopWords.contains(w.term), w.start, w.end))
        .toList();
  }

  /** A word in small letters without accents, not stemmed. */
  static String folded(String word) {
    StringBuilder folded = new StringBuilder();
    Tokens.visit(
        EXACT,
        word,
        (term, kind, start, end) -> {
          if (folded.isEmpty()) {
            folded.append(term);
          }
        });
    return folded.toString();
  }

  /** Every term that a match may consist of. */
  Set<String> terms() {
    Set<String> terms = new LinkedHashSet<>();
    for (Word word : words) {
      terms.add(word.term);
      terms.addAll(word.parts);
    }
    return terms;
  }

  /** Puts tokens together into words again: a joined token covers the parts that follow. */
  private static final class Reader implements Tokens.Visitor {
    private final List<Word> words = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private String joined = "";
    private int from;
    private int covered;

    @Override
    public void token(String term, String kind, int start, int end) {
      switch (kind) {
        case ProductTokenizer.WORD -> {
          // A character that was paired with a neighbour does not stand for itself.
          if (start >= covered) {
            finish();
            words.add(new Word(term, List.of(), false, start, end));
          }
        }
        case ProductTokenizer.PAIR -> {
          finish();
          words.add(new Word(term, List.of(), false, start, end));
          covered = end;
        }
        case ProductTokenizer.JOINED -> {
          if (start >= covered) {
            finish();
            joined = term;
            from = start;
            covered = end;
          }
        }
        default -> {
          if (start >= covered) {
            // A word too long to be joined: its parts stand for themselves.
            finish();
            words.add(new Word(term, List.of(), false, start, end));
          } else {
            parts.add(term);
          }
        }
      }
    }

    void finish() {
      if (!joined.isEmpty()) {
        words.add(new Word(joined, parts, false, from, covered));
        joined = "";
        parts.clear();
      }
    }
  }
}
