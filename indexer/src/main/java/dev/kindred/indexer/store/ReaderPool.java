package dev.kindred.indexer.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jdbi.v3.core.ConnectionFactory;

/** A few reading connections, lent one at a time; who finds none waits. */
final class ReaderPool implements ConnectionFactory, AutoCloseable {
  private final int size;
  private final BlockingQueue<Connection> idle;
  private volatile boolean closed;

  ReaderPool(Database database, int size) throws SQLException {
    this.size = size;
    this.idle = new ArrayBlockingQueue<>(size);
    try {
      for (int i = 0; i < size; i++) {
        idle.add(database.openReader());
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
    if (closed) {
      throw new SQLException("the store is closed");
    }
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting to read", e);
    }
  }

  @Override
  public void closeConnection(Connection connection) {
    idle.add(connection);
  }

  /** Waits for reads under way. */
  @Override
  public void close() throws SQLException {
    closed = true;
    for (int i = 0; i < size; i++) {
      try {
        idle.take().close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
