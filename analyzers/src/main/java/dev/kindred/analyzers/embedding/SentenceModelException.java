package dev.kindred.analyzers.embedding;

/** A sentence model is missing or cannot be used; the message says which and why in one line. */
public final class SentenceModelException extends Exception {
  private static final long serialVersionUID = 1L;

  public SentenceModelException(String message) {
    super(message);
  }

  public SentenceModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
