package dev.kindred.indexer.json;

/** Text that is not JSON: what is wrong, and where, counted from 1. */
public final class MalformedJsonException extends IllegalArgumentException {
  private final int line;
  private final int column;

  MalformedJsonException(String problem, int line, int column) {
    super("not valid JSON at line " + line + ", column " + column + ": " + problem);
    this.line = line;
    this.column = column;
  }

  /** The line of the text, from 1. */
  public int line() {
    return line;
  }

  /** The column in that line, from 1. */
  public int column() {
    return column;
  }
}
