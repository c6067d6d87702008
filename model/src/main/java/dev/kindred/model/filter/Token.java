package dev.kindred.model.filter;

/**
 * One piece of a filter's text.
 *
 * @param position of its first character, from 1
 */
record Token(Kind kind, String text, int position) {

  enum Kind {
    /** A key word, field, number, flag or plain word. */
    WORD,
    QUOTED,
    SIGN,
    END
  }

  boolean is(String expected) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(expected);
  }

  FilterSyntaxException unexpected(String expected) {
    String found = kind == Kind.END ? "the end" : "'" + text + "'";
    return new FilterSyntaxException("expected " + expected + ", found " + found, position);
  }
}
