package dev.kindred.indexer.store;

import java.nio.file.Path;

/** The data was written by a newer Kindred; it is left as it is. */
public final class NewerDataException extends StoreException {
  private final int found;
  private final int known;

  /**
   * @param found the data's version
   * @param known the newest version that this program can read
   */
  public NewerDataException(Path file, int found, int known) {
    super(
        file
            + " has data version "
            + found
            + ", and this Kindred reads versions up to "
            + known
            + ": use a newer Kindred, or another data directory");
    this.found = found;
    this.known = known;
  }

  /** The data's version. */
  public int found() {
    return found;
  }

  /** The newest version that this program can read. */
  public int known() {
    return known;
  }
}
