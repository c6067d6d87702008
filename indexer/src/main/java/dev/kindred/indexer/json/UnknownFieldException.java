package dev.kindred.indexer.json;

/** A field that the JSON form does not have: its name, and the name that was probably meant. */
public final class UnknownFieldException extends IllegalArgumentException {
  private final String field;

  UnknownFieldException(String field, String advice) {
    super("unknown field \"" + field + "\"" + advice);
    this.field = field;
  }

  /** The name as given. */
  public String field() {
    return field;
  }
}
