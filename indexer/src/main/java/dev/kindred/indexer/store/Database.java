package dev.kindred.indexer.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** One SQLite file and how connections to it are set up. */
record Database(Path file) {
  private static final int BUSY_TIMEOUT_MILLIS = 10_000;
  private static final int WRITER_CACHE_KIB = 64 * 1024;
  private static final int READER_CACHE_KIB = 8 * 1024;
  private static final int CHECKPOINT_PAGES = 8_000;
  private static final int WAL_LIMIT_BYTES = 64 << 20;

  /**
   * The connection that writes: a commit returns when it is on disk, and deleted content is
   * overwritten. Brings the data to this program's version first.
   */
  Connection openWriter(Migrations migrations) throws SQLException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new StoreException("cannot create the directory of " + file + ": " + e, e);
    }
    Connection connection = connect(WRITER_CACHE_KIB);
    try {
      migrations.refuseWhatIsNotOurs(connection, file);
      execute(connection, "PRAGMA journal_mode = WAL");
      execute(connection, "PRAGMA synchronous = FULL");
      execute(connection, "PRAGMA secure_delete = ON");
      execute(connection, "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
      execute(connection, "PRAGMA journal_size_limit = " + WAL_LIMIT_BYTES);
      migrations.migrate(connection, file);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** A connection that cannot write. */
  Connection openReader() throws SQLException {
    Connection connection = connect(READER_CACHE_KIB);
    execute(connection, "PRAGMA query_only = ON");
    return connection;
  }

  /** A connection to read all from once; SQLite will not copy over one that cannot write. */
  Connection openForBackup() throws SQLException {
    return connect(READER_CACHE_KIB);
  }

  private Connection connect(int cacheKib) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setCacheSize(-cacheKib);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setGetGeneratedKeys(false); // the driver would ask for them after each write
    return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
