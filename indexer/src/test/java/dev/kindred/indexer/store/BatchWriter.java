package dev.kindred.indexer.store;

import dev.kindred.indexer.store.NumberedBatches.Acknowledged;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A process that writes {@link NumberedBatches} until it is killed, several lanes at once, and
 * prints each batch when the store has acknowledged it.
 */
final class BatchWriter {
  private BatchWriter() {}

  /** Arguments: the store's file, the number of lanes. */
  public static void main(String[] args) throws InterruptedException {
    Store store = SqliteStore.open(Path.of(args[0]));
    int lanes = Integer.parseInt(args[1]);
    Thread[] threads = new Thread[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      int own = lane;
      threads[lane] = Thread.ofVirtual().start(() -> write(store, own));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** From where the lane ended, found in the store itself, on without end. */
  private static void write(Store store, int lane) {
    Optional<StoredProduct> counter = store.product(NumberedBatches.counterId(lane));
    int number = counter.map(c -> Integer.parseInt(c.product().title()) + 1).orElse(0);
    while (true) {
      List<Outcome> outcomes = store.apply(NumberedBatches.batch(lane, number));
      Acknowledged done =
          new Acknowledged(
              lane, number, outcomes.getFirst().sequence(), outcomes.getLast().sequence());
      synchronized (System.out) {
        System.out.println(done.line());
        System.out.flush();
      }
      number++;
    }
  }
}
