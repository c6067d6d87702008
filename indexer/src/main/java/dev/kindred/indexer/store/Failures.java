package dev.kindred.indexer.store;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what the database says into what whoever runs Kindred can act on. */
final class Failures {
  private Failures() {}

  static StoreException explained(Path file, Throwable failure) {
    return new StoreException(
        code(failure)
            .map(code -> explanation(file, code, failure))
            .orElseGet(() -> file + ": " + failure.getMessage()),
        failure);
  }

  private static Optional<SQLiteErrorCode> code(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return Optional.of(sqlite.getResultCode());
      }
    }
    return Optional.empty();
  }

  private static String explanation(Path file, SQLiteErrorCode code, Throwable failure) {
    // The low byte is the kind of error, the rest its detail.
    return switch (code.code & 0xff) {
      case 13 -> // FULL
          "the disk that holds " + file + " is full: nothing of this write was kept";
      case 5, 6 -> // BUSY, LOCKED
          file + " is being written by another process that does not finish";
      case 11 -> // CORRUPT
          file + " is damaged: restore a backup";
      case 26 -> // NOTADB
          file + " is not a database: it is damaged, or belongs to another program";
      case 8 -> // READONLY
          file + " cannot be written: it is read-only";
      case 14 -> // CANTOPEN
          file + " cannot be opened: look at the directory's permissions";
      default -> file + " cannot be read or written (" + code + "): " + failure.getMessage();
    };
  }
}
