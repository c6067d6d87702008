package dev.kindred.analyzers.language;

/** Shortens texts without cutting a character in half. */
public final class Cut {
  private Cut() {}

  /**
   * The text, or its beginning of at most {@code longest} chars that ends with a whole character.
   */
  public static String at(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, end(text, longest));
  }

  /** The highest place up to {@code place} that is not inside a character. */
  public static int end(String text, int place) {
    boolean inside =
        place > 0
            && place < text.length()
            && Character.isHighSurrogate(text.charAt(place - 1))
            && Character.isLowSurrogate(text.charAt(place));
    return inside ? place - 1 : place;
  }
}
