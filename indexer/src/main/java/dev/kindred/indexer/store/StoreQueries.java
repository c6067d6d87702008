package dev.kindred.indexer.store;

import dev.kindred.model.EventType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Questions about the store as a whole. */
final class StoreQueries {
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

  static StoreCounts counts(Handle handle) {
    Map<EventType, Long> events = new EnumMap<>(EventType.class);
    for (int type = 0; type < EventTable.TYPES.size(); type++) {
      events.put(EventTable.TYPES.get(type), 0L);
    }
    handle
        .createQuery("SELECT type, count(*) FROM event GROUP BY type")
        .map((row, context) -> events.put(EventTable.TYPES.get(row.getInt(1)), row.getLong(2)))
        .list();
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
                + " WHERE ref NOT IN (SELECT ref FROM product WHERE json IS NOT NULL)"
                + " AND (ref IN (SELECT product FROM event)"
                + " OR ref IN (SELECT product FROM review WHERE title IS NOT NULL))"),
        number(
            handle,
            "SELECT count(*) FROM event WHERE product IS NOT NULL"
                + " AND product NOT IN (SELECT ref FROM product WHERE json IS NOT NULL)"));
  }

  static List<UnknownProduct> unknownProducts(Handle handle, int limit) {
    return handle
        .createQuery(
            "SELECT product_key.id, count(*) FROM event"
                + " JOIN product_key ON product_key.ref = event.product"
                + " WHERE product NOT IN (SELECT ref FROM product WHERE json IS NOT NULL)"
                + " GROUP BY product_key.id ORDER BY count(*) DESC, product_key.id LIMIT :limit")
        .bind("limit", limit)
        .map((row, context) -> new UnknownProduct(row.getString(1), row.getLong(2)))
        .list();
  }

  static long number(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }
}
