package dev.kindred.indexer.store;

/**
 * The store could not read or write: a full disk, a damaged file, a lock held too long.
 *
 * <p>The message names the file and what to do. Nothing of the write that failed is kept.
 */
public class StoreException extends RuntimeException {
  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The same failure, seen from the caller who waited for the thread in which it happened. */
  StoreException again() {
    return new StoreException(String.valueOf(getMessage()), this);
  }
}
