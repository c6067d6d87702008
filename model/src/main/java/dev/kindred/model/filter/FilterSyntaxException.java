package dev.kindred.model.filter;

/** A filter that cannot be read: what was wrong, at which character, and what would be right. */
public final class FilterSyntaxException extends IllegalArgumentException {
  private final int position;

  public FilterSyntaxException(String message, int position) {
    super(message + " (position " + position + ")");
    this.position = position;
  }

  /** Of the first wrong character, from 1. */
  public int position() {
    return position;
  }
}
