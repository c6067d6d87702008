package dev.kindred.indexer.generation;

/** A shop lacks what a training needs; the message says what. */
public final class NothingToLearnException extends IllegalStateException {
  NothingToLearnException(String message) {
    super(message);
  }
}
