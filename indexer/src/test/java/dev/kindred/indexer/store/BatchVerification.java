package dev.kindred.indexer.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.store.NumberedBatches.Acknowledged;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds a store against what was acknowledged of {@link NumberedBatches} so far. */
final class BatchVerification {
  private BatchVerification() {}

  /**
   * Everything acknowledged is there once, under the number it was acknowledged with; a batch that
   * was not is there as a whole or not at all; the sequence has no gap.
   */
  static void verify(Store store, Collection<Acknowledged> acknowledged, int lanes, String where) {
    assertEquals(List.of(), store.check(), where);
    Map<String, Long> events = new HashMap<>();
    store.forEachEvent(
        0, e -> assertEquals(null, events.put(e.event().id(), e.sequence()), where + ": twice"));
    Map<String, Long> products = new HashMap<>();
    store.productChanges(0, Integer.MAX_VALUE).forEach(p -> products.put(p.id(), p.sequence()));
    long changes = 0;
    int seen = 0;
    for (int lane = 0; lane < lanes; lane++) {
      int batches =
          store
              .product(NumberedBatches.counterId(lane))
              .map(p -> Integer.parseInt(p.product().title()) + 1)
              .orElse(0);
      for (int number = 0; number < batches; number++) {
        String batch = where + ", lane " + lane + ", batch " + number;
        long first = products.get(NumberedBatches.productId(lane, number)) - 1;
        int count = NumberedBatches.events(lane, number);
        for (int i = 0; i < count; i++) {
          assertEquals(first + 2 + i, events.get(NumberedBatches.eventId(lane, number, i)), batch);
        }
        changes += count + 2;
        seen += count;
      }
      for (Acknowledged a : acknowledged) {
        if (a.lane() == lane) {
          assertTrue(a.number() < batches, () -> where + " lost " + a);
          assertEquals(
              a.first() + 1, products.get(NumberedBatches.productId(lane, a.number())), where);
          assertEquals(a.first() + 1 + NumberedBatches.events(lane, a.number()), a.last(), where);
        }
      }
    }
    assertEquals(seen, events.size(), where + ": events of no batch");
    assertEquals(changes, store.sequence(), where + ": a gap in the sequence");
  }
}
