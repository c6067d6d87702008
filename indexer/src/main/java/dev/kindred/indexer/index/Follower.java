package dev.kindred.indexer.index;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that keeps an index up with its store: it looks for changes at every interval, at once
 * when woken, and makes them visible at every interval, at once when somebody waits for them.
 */
final class Follower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(10);

  /** What is kept up. Called by one thread, except {@link #visible}. */
  interface Work {
    /** Applies some of what is new in the store; whether there is more. */
    boolean catchUp();

    /** Whether something was applied that is not visible yet. */
    boolean isDirty();

    /** Makes what was applied visible. */
    void refresh();

    /** Writes what was applied to the disk. */
    void commit();

    /** Number of the last visible change. */
    long visible();
  }

  private final Work work;
  private final long intervalNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private final Condition seen = lock.newCondition();
  private final Thread thread;
  private volatile Optional<String> trouble = Optional.empty();
  private int waiting;
  private boolean woken;
  private boolean closed;

  Follower(Work work, Duration interval) {
    this.work = work;
    this.intervalNanos = interval.toNanos();
    this.thread = Thread.ofPlatform().name("index-follower").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Says that the store has changed. */
  void wake() {
    lock.lock();
    try {
      woken = true;
      wanted.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a change can be found.
   *
   * @return whether that happened within the time
   */
  boolean awaitVisible(long sequence, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    waiting++;
    try {
      while (work.visible() < sequence) {
        if (left <= 0 || closed) {
          return false;
        }
        woken = true;
        wanted.signal();
        left = seen.awaitNanos(left);
      }
      return true;
    } finally {
      waiting--;
      lock.unlock();
    }
  }

  /** What keeps the index from following, in words; empty when all is well. */
  Optional<String> trouble() {
    return trouble;
  }

  private void run() {
    long refreshed = System.nanoTime();
    long committed = refreshed;
    boolean more = false;
    while (more || rest()) {
      try {
        more = work.catchUp();
        long now = System.nanoTime();
        boolean due = now - refreshed >= intervalNanos || (!more && isAwaited());
        if (due && work.isDirty()) {
          work.refresh();
          refreshed = now;
        }
        if (now - committed >= COMMIT_EVERY.toNanos()) {
          work.commit();
          committed = now;
        }
        trouble = Optional.empty();
      } catch (RuntimeException e) {
        if (trouble.isEmpty()) {
          LOG.error("the index cannot follow the store and will try again", e);
        }
        trouble = Optional.of(String.valueOf(e.getMessage()));
        more = false;
        pause();
      }
      tell();
    }
  }

  private boolean isAwaited() {
    lock.lock();
    try {
      return waiting > 0;
    } finally {
      lock.unlock();
    }
  }

  private void tell() {
    lock.lock();
    try {
      seen.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there may be something to do; false when closed. */
  private boolean rest() {
    lock.lock();
    try {
      if (!woken && !closed) {
        wanted.awaitNanos(intervalNanos);
      }
      woken = false;
      return !closed;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** After a failure, so that the log and the disk are not flooded. */
  private void pause() {
    lock.lock();
    try {
      if (!closed) {
        seen.awaitNanos(TimeUnit.MILLISECONDS.toNanos(200));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread after what it is doing. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      wanted.signal();
      seen.signalAll();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
