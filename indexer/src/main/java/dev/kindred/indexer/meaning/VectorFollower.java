package dev.kindred.indexer.meaning;

import dev.kindred.analyzers.embedding.ByteVector;
import dev.kindred.analyzers.embedding.EmbeddingCache;
import dev.kindred.analyzers.embedding.SentenceModelException;
import dev.kindred.analyzers.embedding.TextEmbedder;
import dev.kindred.indexer.store.ProductChange;
import dev.kindred.indexer.store.Store;
import dev.kindred.indexer.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The thread that gives products their vectors, in the order of the store's changes, from the cache
 * where their text is known. It takes a page of changes at a time, so that a flood of products
 * waits in the store and not in memory.
 */
final class VectorFollower {
  private static final int PAGE = 200;
  private static final long MILLIS_BETWEEN_LOOKS = 1_000;
  private static final long MILLIS_BEFORE_LOADING = 2_000;

  /** Where vectors come from. */
  record Source(TextEmbedder embedder, EmbeddingCache cache) {
    ByteVector vector(String text) {
      return cache
          .get(text)
          .orElseGet(() -> {
            ByteVector made = ByteVector.of(embedder.embed(text));
            cache.put(text, made);
            return made;
          });
    }
  }

  /** Makes the source, once. */
  @FunctionalInterface
  interface Opening {
    Source open() throws SentenceModelException;
  }

  private final Store store;
  private final TextVectors vectors;
  private final TextGraph graph;
  private final Opening opening;
  private final Consumer<Exception> failed;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private final Condition moved = lock.newCondition();
  private final Thread thread = Thread.ofPlatform().name("embedding").daemon().unstarted(this::run);
  private @Nullable Source source;
  private long followed;
  private boolean woken;
  private boolean hopeless;
  private volatile boolean closed;

  VectorFollower(
      Store store,
      TextVectors vectors,
      TextGraph graph,
      Opening opening,
      Consumer<Exception> failed) {
    this.store = store;
    this.vectors = vectors;
    this.graph = graph;
    this.opening = opening;
    this.failed = failed;
  }

  void start() {
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  void wake() {
    lock.lock();
    try {
      woken = true;
      wanted.signal();
    } finally {
      lock.unlock();
    }
  }

  boolean await(long sequence, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (followed < sequence && !hopeless && !closed && left > 0) {
        woken = true;
        wanted.signal();
        left = moved.awaitNanos(left);
      }
      return followed >= sequence && !hopeless;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      // Loading a model keeps a core busy: a start should answer by words first.
      rest(MILLIS_BEFORE_LOADING);
      Source from = opening.open();
      source = from;
      while (!closed) {
        try {
          follow(from);
        } catch (StoreException e) {
          // The index's own follower reports what is wrong with the store; this one tries again.
        }
        rest(MILLIS_BETWEEN_LOOKS);
      }
    } catch (SentenceModelException | RuntimeException e) {
      if (!closed) {
        failed.accept(e);
      }
    } finally {
      lock.lock();
      hopeless = true;
      moved.signalAll();
      lock.unlock();
    }
  }

  private void follow(Source from) {
    boolean more = true;
    while (more && !closed) {
      long end = store.sequence();
      List<ProductChange> changes = store.productChanges(followed, PAGE);
      for (ProductChange change : changes) {
        if (closed) {
          return;
        }
        follow(change, from);
      }
      more = changes.size() == PAGE;
      long last = changes.isEmpty() ? 0 : changes.getLast().sequence();
      if (!more) {
        graph.settle(vectors);
      }
      lock.lock();
      followed = more ? last : Math.max(end, last);
      moved.signalAll();
      lock.unlock();
    }
  }

  private void follow(ProductChange change, Source from) {
    if (change.product().isPresent()) {
      ByteVector vector = from.vector(ProductText.of(change.product().get()));
      vectors.put(change.number(), vector);
      graph.put(change.number(), vector);
    } else {
      vectors.remove(change.number());
      graph.remove(change.number());
    }
  }

  /** Until woken, at most so long. */
  private void rest(long millis) {
    lock.lock();
    try {
      if (!woken && !closed && wanted.await(millis, TimeUnit.MILLISECONDS)) {
        // Woken by a change.
      }
      woken = false;
    } catch (InterruptedException e) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  /** Stops following. */
  void close() {
    closed = true;
    wake();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets go of model and cache, when nobody uses them any more. */
  void release() {
    Source from = source;
    graph.close();
    if (from != null) {
      from.cache().close();
      from.embedder().close();
    }
  }
}
