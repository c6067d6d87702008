package dev.kindred.cli.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.store.GenerationRecord;
import dev.kindred.indexer.store.ProductChange;
import dev.kindred.indexer.store.Store;
import dev.kindred.indexer.store.StoredEvent;
import dev.kindred.model.Event;
import dev.kindred.model.Product;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a data directory must hold: everything that was acknowledged, and of what was under way when
 * a process was killed, either all of a record or nothing.
 */
final class Ledger {
  private final NavigableMap<String, Optional<Product>> products = new TreeMap<>();
  private final Map<String, Optional<Product>> productsUnderWay = new HashMap<>();
  private final Map<String, Event> events = new HashMap<>();
  private final Map<String, Event> eventsUnderWay = new HashMap<>();
  private final Map<String, Long> eventSequences = new HashMap<>();
  private int serving;
  private int latestAnswer;
  private long acknowledged;

  /** Notes that something is about to be written. */
  synchronized void begin(Write write) {
    productsUnderWay.putAll(write.products());
    write.events().forEach(e -> eventsUnderWay.put(e.id(), e));
  }

  /** Notes that what was begun is on disk. */
  synchronized void acknowledge(Write write) {
    productsUnderWay.keySet().removeAll(write.products().keySet());
    products.putAll(write.products());
    write
        .events()
        .forEach(e -> {
          eventsUnderWay.remove(e.id());
          events.put(e.id(), e);
        });
    acknowledged += write.products().size() + write.events().size();
  }

  /** Notes the number that an event was acknowledged with; it never gets another one. */
  synchronized void sequence(String event, long sequence) {
    Long before = eventSequences.putIfAbsent(event, sequence);
    assertTrue(before == null || before == sequence, "event " + event + " got another number");
  }

  /** How many changes were acknowledged so far. */
  synchronized long acknowledged() {
    return acknowledged;
  }

  /** The generation that served when nobody wrote any more, 0 for none. */
  synchronized int serving() {
    return serving;
  }

  /** Notes the generation of an answer: never an older one than served before. */
  synchronized void answered(int generation) {
    assertTrue(
        generation >= serving, "generation " + generation + " answers, " + serving + " served");
    latestAnswer = Math.max(latestAnswer, generation);
  }

  /** The product whose id is this one or the next; empty if it is deleted or not known. */
  synchronized Optional<Product> productFrom(String id) {
    Map.Entry<String, Optional<Product>> next = products.ceilingEntry(id);
    return next == null ? Optional.empty() : next.getValue();
  }

  /** Whether there is an event of a product that is there: something to learn from. */
  synchronized boolean teaches() {
    return events.values().stream()
        .flatMap(event -> event.product().stream())
        .anyMatch(id -> products.getOrDefault(id, Optional.empty()).isPresent());
  }

  /** What is acknowledged of products, by id, empty for those deleted. */
  synchronized Map<String, Optional<Product>> products() {
    return new TreeMap<>(products);
  }

  /**
   * Holds a store against this, when nobody writes any more. What was under way is then settled:
   * what is there counts as acknowledged, the rest as never sent.
   */
  synchronized void verify(Store store) {
    assertEquals(List.of(), store.check());
    verifyProducts(store.productChanges(0, Integer.MAX_VALUE));
    Set<String> held = new HashSet<>();
    store.forEachEvent(0, e -> verifyEvent(e, held));
    for (String id : events.keySet()) {
      assertTrue(held.contains(id), "event " + id + " is lost");
    }
    productsUnderWay.clear();
    eventsUnderWay.clear();
    verifyGeneration(store.activeGeneration());
  }

  private void verifyProducts(List<ProductChange> changes) {
    Map<String, Optional<Product>> held = new HashMap<>();
    changes.forEach(c -> assertNull(held.put(c.id(), c.product()), c.id() + " is there twice"));
    products.forEach((id, product) -> {
      if (!productsUnderWay.containsKey(id)) {
        assertEquals(product, held.getOrDefault(id, Optional.empty()), "product " + id);
      }
    });
    held.forEach((id, product) -> {
      Optional<Product> known = products.getOrDefault(id, Optional.empty());
      if (!product.equals(known)) {
        assertEquals(productsUnderWay.get(id), product, "product " + id);
      }
      products.put(id, product);
    });
    productsUnderWay.keySet().removeAll(held.keySet());
    productsUnderWay.keySet().forEach(id -> assertTrue(isGone(id), "product " + id + " is lost"));
  }

  private boolean isGone(String id) {
    return products.getOrDefault(id, Optional.empty()).isEmpty();
  }

  private void verifyEvent(StoredEvent stored, Set<String> held) {
    String id = stored.event().id();
    assertTrue(held.add(id), "event " + id + " is there twice");
    Event known = events.get(id);
    if (known == null) {
      known = eventsUnderWay.get(id);
      events.put(id, stored.event());
    }
    assertEquals(known, stored.event(), "event " + id);
    sequence(id, stored.sequence());
  }

  private void verifyGeneration(Optional<GenerationRecord> active) {
    int now = active.map(GenerationRecord::number).orElse(0);
    assertTrue(
        now >= serving && now >= latestAnswer,
        "generation " + now + " is active, " + serving + " served, " + latestAnswer + " answered");
    serving = now;
  }
}
