package dev.kindred.api;

/** The address cannot be listened on: which, why, and what would help. */
public final class CannotListenException extends RuntimeException {
  CannotListenException(String message, Throwable cause) {
    super(message, cause);
  }
}
