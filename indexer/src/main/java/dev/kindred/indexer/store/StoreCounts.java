package dev.kindred.indexer.store;

import dev.kindred.model.EventType;
import java.util.Map;

/**
 * How much the store holds.
 *
 * @param events by type; types without events are 0
 * @param users known users with an event or a review
 * @param sessions anonymous sessions with an event
 * @param unknownProducts ids in events and reviews without a product
 * @param eventsOfUnknownProducts events that wait for their product to arrive
 */
public record StoreCounts(
    long sequence,
    long products,
    Map<EventType, Long> events,
    long reviews,
    long users,
    long sessions,
    long unknownProducts,
    long eventsOfUnknownProducts) {

  public StoreCounts {
    events = Map.copyOf(events);
  }

  /** Events of all types. */
  public long allEvents() {
    return events.values().stream().mapToLong(Long::longValue).sum();
  }
}
