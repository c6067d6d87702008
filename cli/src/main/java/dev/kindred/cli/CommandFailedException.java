package dev.kindred.cli;

/** A command that cannot do its work: why, and what would help. */
final class CommandFailedException extends RuntimeException {
  CommandFailedException(String message) {
    super(message);
  }
}
