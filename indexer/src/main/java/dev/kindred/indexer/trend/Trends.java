package dev.kindred.indexer.trend;

import dev.kindred.indexer.index.Popularity;
import dev.kindred.indexer.store.Store;
import dev.kindred.indexer.store.StoredEvent;
import dev.kindred.learn.DecayedCounts;
import dev.kindred.learn.EventWeights;
import dev.kindred.model.Event;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How much each product is wanted lately, kept up to date by following the store's events.
 *
 * <p>Events of products that are not in the catalogue are counted, too, and show when the product
 * arrives. One thread follows; many may ask.
 *
 * <p>Implementation note: counts are kept by an own index of product ids, because an id may have
 * events before it has a number in the store.
 */
public final class Trends implements Popularity {
  private static final int EVENTS_AT_ONCE = 10_000;

  private final EventWeights weights;
  private final Duration halfLife;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Set<String> withoutNumber = new HashSet<>();
  private volatile DecayedCounts counts;
  private volatile int[] indexOfNumber = new int[0];
  private volatile double highest;
  private long sequence;

  /**
   * @param weights of the types of events; their half-life is not used
   * @param halfLife after which an event counts half
   */
  public Trends(EventWeights weights, Duration halfLife) {
    this.weights = weights;
    this.halfLife = halfLife;
    this.counts = new DecayedCounts(halfLife);
  }

  @Override
  public float of(int number) {
    int[] numbers = indexOfNumber;
    if (number >= numbers.length || numbers[number] == 0 || highest <= 0) {
      return 0;
    }
    double share = counts.score(numbers[number] - 1) / highest;
    return (float) Math.max(0, Math.min(1, share));
  }

  /** Takes up what happened since the last call. */
  public synchronized void follow(Store store) {
    if (!store.forgottenAfter(sequence).isEmpty()) {
      counts = new DecayedCounts(halfLife);
      sequence = 0;
    }
    boolean changed = false;
    while (true) {
      List<StoredEvent> events = store.events(sequence, EVENTS_AT_ONCE);
      for (StoredEvent stored : events) {
        add(stored.event());
        sequence = stored.sequence();
      }
      changed |= !events.isEmpty();
      if (events.size() < EVENTS_AT_ONCE) {
        break;
      }
    }
    if (changed) {
      int[] top = counts.top(1);
      highest = top.length == 0 ? 0 : counts.score(top[0]);
    }
    number(store);
  }

  private void add(Event event) {
    event.product().ifPresent(id -> add(id, event));
  }

  private void add(String id, Event event) {
    double weight = weights.weight(event.type(), 1, OptionalDouble.empty(), Duration.ZERO);
    if (weight <= 0) {
      return;
    }
    Integer index = indexes.get(id);
    if (index == null) {
      index = indexes.size();
      indexes.put(id, index);
      withoutNumber.add(id);
    }
    counts.add(index, weight, event.time());
  }

  /** Finds the numbers of products that had none when they were last looked for. */
  private void number(Store store) {
    if (withoutNumber.isEmpty()) {
      return;
    }
    int[] numbers = indexOfNumber.clone();
    Map<String, Integer> found = store.productNumbers(withoutNumber);
    for (Map.Entry<String, Integer> entry : found.entrySet()) {
      int number = entry.getValue();
      if (number >= numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.max(number + 1, numbers.length * 3 / 2));
      }
      // One more than the index: 0 stands for a product that nobody did anything with.
      numbers[number] = indexes.getOrDefault(entry.getKey(), 0) + 1;
      withoutNumber.remove(entry.getKey());
    }
    indexOfNumber = numbers;
  }
}
