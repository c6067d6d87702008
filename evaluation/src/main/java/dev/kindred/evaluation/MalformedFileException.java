package dev.kindred.evaluation;

/** A file that is not of the form it should have: which line, and what would be right. */
public final class MalformedFileException extends RuntimeException {
  MalformedFileException(String message) {
    super(message);
  }
}
