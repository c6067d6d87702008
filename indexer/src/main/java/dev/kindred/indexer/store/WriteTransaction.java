package dev.kindred.indexer.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The transaction that is being written, and the numbers it gives out. One at a time, by one
 * thread.
 */
final class WriteTransaction {
  private final Connection connection;
  private final Statements sql;
  private final Keys keys;
  private final ChangeWriter changes;
  private long dataVersion;
  private long before;
  private long last;
  private long lastAtSavepoint;
  private boolean erased;

  WriteTransaction(Connection connection) {
    this.connection = connection;
    this.sql = new Statements(connection);
    this.keys = new Keys(sql);
    this.changes = new ChangeWriter(this);
  }

  void begin() throws SQLException {
    sql.update("BEGIN IMMEDIATE");
    long version = sql.number("PRAGMA data_version").orElseThrow();
    if (version != dataVersion) {
      keys.forget(); // another process wrote
      dataVersion = version;
    }
    before = sql.number("SELECT last FROM sequence").orElseThrow();
    last = before;
    erased = false;
  }

  void commit() throws SQLException {
    if (last != before) {
      sql.update("UPDATE sequence SET last = ?", last);
    }
    sql.update("COMMIT");
    if (erased) {
      emptyLog();
    }
  }

  /** Undoes everything; never throws, because SQLite may have undone it already. */
  void rollback() {
    keys.forget();
    sql.discard();
    try {
      Database.execute(connection, "ROLLBACK");
    } catch (SQLException e) {
      // no transaction is open: that is what was wanted
    }
  }

  /** Marks the place to which {@link #undo} goes back. */
  void savepoint() throws SQLException {
    lastAtSavepoint = last;
    sql.update("SAVEPOINT caller");
  }

  void release() throws SQLException {
    sql.update("RELEASE caller");
  }

  void undo() throws SQLException {
    sql.update("ROLLBACK TO caller");
    release();
    keys.forget();
    last = lastAtSavepoint;
  }

  /** Takes the next number of the sequence. */
  long next() {
    return ++last;
  }

  /** The transaction erases a person: their traces shall also leave the write-ahead log. */
  void erases() {
    erased = true;
  }

  Statements sql() {
    return sql;
  }

  Keys keys() {
    return keys;
  }

  ChangeWriter changes() {
    return changes;
  }

  /** Best effort: a reader may hold the log; then the next checkpoint does it. */
  private void emptyLog() {
    try {
      Database.execute(connection, "PRAGMA busy_timeout = 200");
      try {
        Database.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
      } finally {
        Database.execute(connection, "PRAGMA busy_timeout = 10000");
      }
    } catch (SQLException e) {
      // the transaction itself is on disk
    }
  }
}
