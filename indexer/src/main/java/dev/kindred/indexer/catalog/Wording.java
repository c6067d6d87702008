package dev.kindred.indexer.catalog;

import dev.kindred.analyzers.QueryLanguage;
import java.util.List;
import java.util.Optional;

/**
 * What a search asks for, in words.
 *
 * @param text the query
 * @param alternatives other words that may stand in for some of the query's
 * @param language that it is in, if somebody said so; else it is read in all of the catalogue's
 */
public record Wording(
    String text, List<Alternative> alternatives, Optional<QueryLanguage> language) {

  public Wording {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * Words that mean the same as a stretch of the text.
   *
   * @param start of the stretch, in characters
   * @param end behind the stretch
   */
  public record Alternative(int start, int end, String words) {
    public Alternative {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException(
            "start must be >= 0 and before end, got " + start + " to " + end);
      }
    }
  }

  /** A text with alternatives, in whatever language. */
  public Wording(String text, List<Alternative> alternatives) {
    this(text, alternatives, Optional.empty());
  }

  /** A text without alternatives. */
  public static Wording of(String text) {
    return new Wording(text, List.of());
  }

  /** The same in this language. */
  public Wording in(Optional<QueryLanguage> spoken) {
    return new Wording(text, alternatives, spoken);
  }

  public boolean isBlank() {
    return text.isBlank();
  }
}
