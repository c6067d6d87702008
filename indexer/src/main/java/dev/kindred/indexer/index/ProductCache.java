package dev.kindred.indexer.index;

import dev.kindred.model.Product;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Products read from the index lately, so that their JSON need not be read again.
 *
 * <p>A product has one slot, shared with those whose number has the same remainder. The sequence
 * number of its last change tells whether the slot holds the state that a view sees.
 */
final class ProductCache {
  private static final int SLOTS = 1 << 15;

  private record Entry(int number, long sequence, Product product) {}

  private final AtomicReferenceArray<@Nullable Entry> slots = new AtomicReferenceArray<>(SLOTS);

  @Nullable Product get(int number, long sequence) {
    Entry entry = slots.get(number & (SLOTS - 1));
    return entry != null && entry.number == number && entry.sequence == sequence
        ? entry.product
        : null;
  }

  void put(int number, long sequence, Product product) {
    slots.set(number & (SLOTS - 1), new Entry(number, sequence, product));
  }
}
