package dev.kindred.indexer.generation;

import dev.kindred.indexer.store.Store;
import dev.kindred.learn.EventWeights;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The store's events, read once and held in columns: who, which product, how much, when.
 *
 * <p>People and products are numbered in the order of their first event. Searches are left out.
 * Implementation note: 24 bytes an event.
 */
final class EventLog {
  private final Map<Person, Integer> personNumbers = new HashMap<>();
  private final Map<String, Integer> productNumbers = new HashMap<>();
  private final Map<String, Integer> basketNumbers = new HashMap<>();
  private final List<Person> people = new ArrayList<>();
  private final List<String> products = new ArrayList<>();
  private final IntColumn personOf = new IntColumn();
  private final IntColumn productOf = new IntColumn();
  private final IntColumn basketOf = new IntColumn();
  private final FloatColumn weightOf = new FloatColumn();
  private final LongColumn timeOf = new LongColumn();
  private final EventWeights weights;
  private long newestMillis = Long.MIN_VALUE;
  private long sequence;

  private EventLog(EventWeights weights) {
    this.weights = weights;
  }

  /** Reads all events of a store. */
  static EventLog read(Store store, EventWeights weights) {
    EventLog log = new EventLog(weights);
    store.forEachEvent(
        0,
        stored -> {
          log.add(stored.event());
          log.sequence = stored.sequence();
        });
    return log;
  }

  private void add(Event event) {
    Optional<String> product = event.product();
    if (event.type() == EventType.SEARCH || product.isEmpty()) {
      return;
    }
    personOf.add(number(event.person(), personNumbers, people));
    productOf.add(number(product.get(), productNumbers, products));
    basketOf.add(event.type() == EventType.PURCHASE ? basket(event) : -1);
    // Age is applied when all events are read: it counts back from the newest of them.
    weightOf.add((float) weights.weight(event, event.time()));
    long millis = event.time().toEpochMilli();
    timeOf.add(millis);
    newestMillis = Math.max(newestMillis, millis);
  }

  /** A basket is a session; without one, what a person buys on a day. */
  private int basket(Event event) {
    String key =
        event
            .session()
            .map(session -> "s" + session)
            .orElseGet(
                () -> "u" + event.person().id() + "\t" + event.time().toString().substring(0, 10));
    return basketNumbers.computeIfAbsent(key, k -> basketNumbers.size());
  }

  private static <K> int number(K key, Map<K, Integer> numbers, List<K> keys) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    numbers.put(key, keys.size());
    keys.add(key);
    return keys.size() - 1;
  }

  int size() {
    return personOf.size();
  }

  int people() {
    return people.size();
  }

  int products() {
    return products.size();
  }

  int baskets() {
    return basketNumbers.size();
  }

  /** The sequence number of the last event. */
  long sequence() {
    return sequence;
  }

  Person person(int number) {
    return people.get(number);
  }

  String product(int number) {
    return products.get(number);
  }

  /** A product's number, -1 if no event has it. */
  int numberOf(String product) {
    return productNumbers.getOrDefault(product, -1);
  }

  int personOf(int event) {
    return personOf.get(event);
  }

  int productOf(int event) {
    return productOf.get(event);
  }

  /** The basket of a purchase, -1 for other events. */
  int basketOf(int event) {
    return basketOf.get(event);
  }

  long millisOf(int event) {
    return timeOf.get(event);
  }

  /** An event's weight as it counts at the time of the newest event. */
  float confidenceOf(int event) {
    Duration age = Duration.ofMillis(newestMillis - timeOf.get(event));
    return (float) (weightOf.get(event) * weights.recency(age));
  }
}
