package dev.kindred.indexer.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionFactory;

/** A few reading connections, lent one at a time; who finds none waits. */
final class ReaderPool implements ConnectionFactory, AutoCloseable {
  private static final long PATIENCE_MILLIS = 100;

  private final BlockingQueue<Connection> idle;
  private final Map<Connection, Statements> prepared = new ConcurrentHashMap<>();
  private volatile boolean closed;
  private int open;

  ReaderPool(Database database, int size) throws SQLException {
    this.open = size;
    this.idle = new ArrayBlockingQueue<>(size);
    try {
      for (int i = 0; i < size; i++) {
        Connection connection = database.openReader();
        idle.add(connection);
        prepared.put(connection, new Statements(connection));
      }
    } catch (SQLException | RuntimeException e) {
      for (Connection connection : idle) {
        connection.close();
      }
      throw e;
    }
  }

  @Override
  public Connection openConnection() throws SQLException {
    try {
      while (!closed) {
        Connection connection = idle.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (connection != null) {
          return connection;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting to read", e);
    }
    throw new SQLException("the store is closed");
  }

  /** What is asked of a connection's statements. */
  interface Question<T> {
    T ask(Statements statements) throws SQLException;
  }

  /** Asks with statements that stay prepared. */
  <T> T ask(Question<T> question) throws SQLException {
    Connection connection = openConnection();
    Statements statements = Objects.requireNonNull(prepared.get(connection));
    try {
      return question.ask(statements);
    } catch (SQLException e) {
      statements.discard();
      throw e;
    } finally {
      closeConnection(connection);
    }
  }

  @Override
  public void closeConnection(Connection connection) {
    idle.add(connection);
  }

  /** Waits for reads under way. */
  @Override
  public synchronized void close() throws SQLException {
    closed = true;
    for (; open > 0; open--) {
      try {
        idle.take().close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
