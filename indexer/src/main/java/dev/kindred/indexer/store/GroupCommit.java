package dev.kindred.indexer.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that writes: tasks that wait at the same time share a transaction, so that many
 * callers pay for one wait on the disk.
 *
 * <p>A task that throws is undone alone, and its caller gets what it threw. When the database fails
 * in a transaction of several tasks, each is tried again by itself, so that only those fail whose
 * fault it is.
 */
final class GroupCommit implements AutoCloseable {
  private static final int MOST_TOGETHER = 256;

  private final Path file;
  private final WriteTransaction transaction;
  private final BlockingQueue<Work<?>> queue = new LinkedBlockingQueue<>();
  private final Work<Boolean> end = new Work<>(t -> true);
  private boolean closed;

  /** Something to do inside a transaction; may run more than once. */
  interface Task<T> {
    T run(WriteTransaction transaction) throws SQLException;
  }

  GroupCommit(Path file, WriteTransaction transaction) {
    this.file = file;
    this.transaction = transaction;
    Thread.ofPlatform().name("kindred-store").daemon().start(this::work);
  }

  /** Returns the task's result when its transaction is on disk, or throws what went wrong. */
  <T> T run(Task<T> task) {
    Work<T> work = new Work<>(task);
    synchronized (this) {
      if (closed) {
        throw new StoreException("the store " + file + " is closed");
      }
      queue.add(work);
    }
    return work.await();
  }

  /** Finishes what waits. */
  @Override
  public void close() {
    synchronized (this) {
      if (!closed) {
        closed = true;
        queue.add(end);
      }
    }
    end.await();
  }

  private void work() {
    List<Work<?>> group = new ArrayList<>();
    while (!end.done.isDone()) {
      group.clear();
      try {
        group.add(queue.take());
      } catch (InterruptedException e) {
        continue; // nobody has a reason to; the end comes through the queue
      }
      queue.drainTo(group, MOST_TOGETHER - 1);
      boolean last = group.remove(end);
      if (!group.isEmpty()) {
        commit(group);
      }
      if (last) {
        end.done.complete(true);
      }
    }
  }

  private void commit(List<Work<?>> group) {
    try {
      transaction.begin();
      for (Work<?> work : group) {
        work.attempt(transaction);
      }
      transaction.commit();
    } catch (Throwable e) {
      transaction.rollback();
      if (group.size() > 1) {
        group.forEach(work -> commit(List.of(work)));
      } else {
        group.getFirst().done.completeExceptionally(explained(e));
      }
      return;
    }
    group.forEach(Work::finish);
  }

  private Throwable explained(Throwable failure) {
    return failure instanceof SQLException ? Failures.explained(file, failure) : failure;
  }

  /** A task with the caller who waits for it. */
  private static final class Work<T> {
    private final Task<T> task;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private Runnable ending = () -> {};

    Work(Task<T> task) {
      this.task = task;
    }

    /** Runs the task; its own failure undoes what it wrote and nothing else. */
    void attempt(WriteTransaction transaction) throws SQLException {
      transaction.savepoint();
      try {
        T result = task.run(transaction);
        transaction.release();
        ending = () -> done.complete(result);
      } catch (RuntimeException e) {
        transaction.undo();
        ending = () -> done.completeExceptionally(e);
      }
    }

    void finish() {
      ending.run();
    }

    T await() {
      try {
        return done.join();
      } catch (CompletionException e) {
        switch (e.getCause()) {
          case StoreException failure -> throw failure.again();
          case RuntimeException failure -> throw failure;
          case Error failure -> throw failure;
          case null, default -> throw e;
        }
      }
    }
  }
}
