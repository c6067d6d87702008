package dev.kindred.indexer.catalog;

/** A filter, sort or facet names a field that no product has, or that has the wrong type for it. */
public final class UnknownFieldException extends IllegalArgumentException {
  private final String field;

  /**
   * @param message what is wrong and what would be right
   */
  public UnknownFieldException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The name as it was given. */
  public String field() {
    return field;
  }
}
