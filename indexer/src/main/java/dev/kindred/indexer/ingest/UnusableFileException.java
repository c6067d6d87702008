package dev.kindred.indexer.ingest;

/** A file of which nothing can be used: what is wrong with it and what would help. */
public final class UnusableFileException extends IllegalArgumentException {
  UnusableFileException(String message) {
    super(message);
  }
}
