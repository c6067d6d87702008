package dev.kindred.indexer.store;

/**
 * What became of a {@link Change}.
 *
 * @param sequence the change's number; where nothing changed, the number of the record's last
 *     change; 0 when nothing was found
 */
public record Outcome(Kind kind, long sequence) {

  /** The ways in which a change can end. */
  public enum Kind {
    CREATED,
    UPDATED,
    /** The same was there already. */
    UNCHANGED,
    /** An event with this id was there already and stays as it is. */
    DUPLICATE,
    DELETED,
    /** What was to be edited or deleted is not there. */
    NOT_FOUND
  }

  static Outcome notFound() {
    return new Outcome(Kind.NOT_FOUND, 0);
  }
}
