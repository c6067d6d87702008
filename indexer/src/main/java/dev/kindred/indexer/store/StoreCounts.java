package dev.kindred.indexer.store;

import dev.kindred.model.EventType;
import java.util.Map;

/**
 * How much the store holds.
 *
 * @param users and {@code sessions} that have events
 * @param unknownProducts ids in events that no product has
 */
public record StoreCounts(
    long products,
    long reviews,
    Map<EventType, Long> events,
    long users,
    long sessions,
    long unknownProducts) {}
