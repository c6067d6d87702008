package dev.kindred.indexer.ingest;

import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.Outcome;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Writes batches on a thread of its own, one behind the reader: while a batch goes to the disk, the
 * next is read. At most two batches are held.
 */
final class BatchWriter implements AutoCloseable {
  private final Importer.Sink sink;
  private final Consumer<Outcome> outcomes;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("import-writer").daemon().factory());
  private Future<List<Outcome>> writing;

  /**
   * @param outcomes hears of every change, on the caller's thread
   */
  BatchWriter(Importer.Sink sink, Consumer<Outcome> outcomes) {
    this.sink = sink;
    this.outcomes = outcomes;
    this.writing = thread.submit(() -> List.of());
  }

  /** Begins to write a batch, when the one before is on disk. */
  void write(List<Change> batch) {
    finish();
    writing = thread.submit(() -> sink.apply(batch));
  }

  /**
   * Waits until everything is on disk.
   *
   * @throws RuntimeException what the sink threw
   */
  void finish() {
    try {
      writing.get().forEach(outcomes);
      writing = thread.submit(() -> List.of());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a batch could not be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing a batch", e);
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
