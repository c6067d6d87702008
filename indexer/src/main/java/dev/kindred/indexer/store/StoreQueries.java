package dev.kindred.indexer.store;

import dev.kindred.model.EventType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Questions about the store as a whole. */
final class StoreQueries {
  private static final String UNKNOWN =
      " WHERE ref NOT IN (SELECT ref FROM product WHERE json IS NOT NULL)";
  private static final String EVENTS_OF_IT =
      "(SELECT count(*) FROM event WHERE product = product_key.ref)";

  private StoreQueries() {}

  static long sequence(Handle handle) {
    return number(handle, "SELECT last FROM sequence");
  }

  static List<Long> forgottenAfter(Handle handle, long after) {
    return handle
        .createQuery("SELECT sequence FROM forgotten WHERE sequence > :after ORDER BY sequence")
        .bind("after", after)
        .mapTo(Long.class)
        .list();
  }

  static Optional<String> state(Handle handle, String key) {
    return handle
        .createQuery("SELECT value FROM state WHERE key = :key")
        .bind("key", key)
        .mapTo(String.class)
        .findOne();
  }

  static StoreCounts counts(Handle handle, Map<EventType, Long> events) {
    return new StoreCounts(
        sequence(handle),
        number(handle, "SELECT count(*) FROM product WHERE json IS NOT NULL"),
        events,
        number(handle, "SELECT count(*) FROM review WHERE title IS NOT NULL"),
        number(handle, "SELECT count(*) FROM person WHERE kind = 0"),
        number(handle, "SELECT count(*) FROM person WHERE kind = 1"),
        number(
            handle,
            "SELECT count(*) FROM product_key"
                + UNKNOWN
                + " AND (EXISTS (SELECT 1 FROM event WHERE product = product_key.ref)"
                + " OR EXISTS (SELECT 1 FROM review"
                + " WHERE product = product_key.ref AND title IS NOT NULL))"),
        number(handle, "SELECT coalesce(sum(" + EVENTS_OF_IT + "), 0) FROM product_key" + UNKNOWN));
  }

  static List<UnknownProduct> unknownProducts(Handle handle, int limit) {
    return handle
        .createQuery(
            "SELECT id, events FROM (SELECT id, "
                + EVENTS_OF_IT
                + " AS events FROM product_key"
                + UNKNOWN
                + ") WHERE events > 0 ORDER BY events DESC, id LIMIT :limit")
        .bind("limit", limit)
        .map((row, context) -> new UnknownProduct(row.getString(1), row.getLong(2)))
        .list();
  }

  static long number(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }
}
