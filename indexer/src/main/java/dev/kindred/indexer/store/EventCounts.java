package dev.kindred.indexer.store;

import dev.kindred.model.EventType;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * How many events of each type there are. What was counted once is remembered, so that later only
 * new events are; all are counted again once somebody was forgotten. Safe for many threads.
 */
final class EventCounts {
  private Map<EventType, Long> counted = new EnumMap<>(EventType.class);
  private long last;
  private long forgotten;

  /** Counts within a transaction; types without events have 0. */
  synchronized Map<EventType, Long> of(Handle handle) {
    long forgottenNow =
        StoreQueries.number(handle, "SELECT coalesce(max(sequence), 0) FROM forgotten");
    if (last == 0 || forgottenNow != forgotten) {
      EventTable.TYPES.forEach(type -> counted.put(type, 0L));
      last = 0;
      forgotten = forgottenNow;
    }
    handle
        .createQuery(
            "SELECT type, count(*), max(sequence) FROM event WHERE sequence > :last GROUP BY type")
        .bind("last", last)
        .map((row, context) -> new Counted(row.getInt(1), row.getLong(2), row.getLong(3)))
        .list()
        .forEach(this::add);
    return new EnumMap<>(counted);
  }

  private record Counted(int type, long events, long last) {}

  private void add(Counted more) {
    counted.merge(EventTable.TYPES.get(more.type), more.events, Long::sum);
    last = Math.max(last, more.last);
  }
}
