package dev.kindred.indexer.catalog;

import java.util.List;

/**
 * What a search asks for, in words.
 *
 * @param text the query
 * @param alternatives other words that may stand in for some of the query's
 */
public record Wording(String text, List<Alternative> alternatives) {

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

  /** A text without alternatives. */
  public static Wording of(String text) {
    return new Wording(text, List.of());
  }

  public boolean isBlank() {
    return text.isBlank();
  }
}
