package dev.kindred.indexer.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps that bring data of an older version to this program's: the n-th script leads from
 * version n - 1 to n. The version stands in the file's {@code user_version}; 0 is an empty file.
 */
record Migrations(List<String> scripts) {

  Migrations {
    scripts = List.copyOf(scripts);
  }

  /** The scripts that come with the program: resources {@code migration-1.sql} and on. */
  static Migrations shipped() {
    List<String> scripts = new ArrayList<>();
    try {
      while (true) {
        String name = "migration-" + (scripts.size() + 1) + ".sql";
        try (InputStream script = Migrations.class.getResourceAsStream(name)) {
          if (script == null) {
            return new Migrations(scripts);
          }
          scripts.add(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version to which this program brings the data. */
  int newest() {
    return scripts.size();
  }

  /**
   * @throws NewerDataException if a newer Kindred wrote the file
   * @throws StoreException if the file belongs to another program
   */
  void refuseWhatIsNotOurs(Connection connection, Path file) throws SQLException {
    // The tables first: another process may bring both, and then there is a version to see.
    boolean hasTables = Database.number(connection, "SELECT count(*) FROM sqlite_schema") > 0;
    long version = version(connection);
    if (version > newest()) {
      throw new NewerDataException(file, Math.toIntExact(version), newest());
    }
    if (version == 0 && hasTables) {
      throw new StoreException(file + " is a database of another program; it is left as it is");
    }
  }

  /** Runs the scripts that are missing, all or none. */
  void migrate(Connection connection, Path file) throws SQLException {
    if (version(connection) == newest()) {
      return;
    }
    Database.execute(connection, "BEGIN IMMEDIATE");
    try {
      refuseWhatIsNotOurs(connection, file); // another process may have been faster
      for (int next = Math.toIntExact(version(connection)) + 1; next <= newest(); next++) {
        try (Statement statement = connection.createStatement()) {
          statement.executeUpdate(scripts.get(next - 1));
          statement.executeUpdate("PRAGMA user_version = " + next);
        }
      }
      Database.execute(connection, "COMMIT");
    } catch (SQLException | RuntimeException e) {
      Database.execute(connection, "ROLLBACK");
      throw e;
    }
  }

  private static long version(Connection connection) throws SQLException {
    return Database.number(connection, "PRAGMA user_version");
  }
}
