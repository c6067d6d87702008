package dev.kindred.model.filter;

/**
 * One piece of a filter's text.
 *
 * @param position of its first character, from 1
 */
public record Token(Kind kind, String text, int position) {

  /** What a piece is. */
  public enum Kind {
    KEYWORD,
    /** A field, number, flag or plain word. */
    WORD,
    QUOTED,
    SIGN,
    END
  }

  /** Whether it is this key word or sign. */
  public boolean is(String expected) {
    return (kind == Kind.KEYWORD || kind == Kind.SIGN) && text.equalsIgnoreCase(expected);
  }

  /** Says what should stand here instead. */
  public FilterSyntaxException unexpected(String expected) {
    String found = kind == Kind.END ? "the end" : "'" + text + "'";
    return new FilterSyntaxException("expected " + expected + ", found " + found, position);
  }
}
