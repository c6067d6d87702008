package dev.kindred.indexer.store;

import dev.kindred.indexer.json.ProductJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Looks for damage: SQLite's own check, then what the tables promise each other. */
final class StoreCheck {
  private static final String ALL_SEQUENCES =
      "SELECT sequence FROM product UNION ALL SELECT sequence FROM event"
          + " UNION ALL SELECT sequence FROM review UNION ALL SELECT sequence FROM document"
          + " UNION ALL SELECT sequence FROM forgotten"
          + " UNION ALL SELECT activated FROM generation WHERE activated > 0";

  /** Each counts what must not be. */
  private static final Map<String, String> COUNTS = new LinkedHashMap<>();

  static {
    COUNTS.put("rows in the table sequence, not 1", "SELECT count(*) <> 1 FROM sequence");
    COUNTS.put(
        "changes numbered above the last number given",
        "SELECT count(*) FROM ("
            + ALL_SEQUENCES
            + ") WHERE sequence > (SELECT last FROM sequence)");
    COUNTS.put(
        "numbers that two changes share",
        "SELECT count(*) - count(DISTINCT sequence) FROM (" + ALL_SEQUENCES + ")");
    COUNTS.put(
        "products without an id",
        "SELECT count(*) FROM product WHERE ref NOT IN (SELECT ref FROM product_key)");
    COUNTS.put(
        "product numbers out of their range",
        "SELECT count(*) FROM product"
            + " WHERE number NOT BETWEEN 0 AND (SELECT count(*) FROM product) - 1");
    COUNTS.put("event ids that stand twice", "SELECT count(*) - count(DISTINCT id) FROM event");
    COUNTS.put(
        "events of nobody",
        "SELECT count(*) FROM event WHERE owner NOT IN (SELECT ref FROM person)"
            + " OR session IS NOT NULL AND session NOT IN (SELECT ref FROM person)");
    COUNTS.put(
        "events or reviews of a product without an id",
        "SELECT (SELECT count(*) FROM event WHERE product IS NOT NULL"
            + " AND product NOT IN (SELECT ref FROM product_key))"
            + " + (SELECT count(*) FROM review WHERE product NOT IN (SELECT ref FROM product_key))");
    COUNTS.put(
        "reviews by a user who is not there",
        "SELECT count(*) FROM review"
            + " WHERE user IS NOT NULL AND user NOT IN (SELECT ref FROM person)");
    COUNTS.put(
        "generations that serve beside another",
        "SELECT max(count(*) - 1, 0) FROM generation WHERE state = 'ACTIVE'");
  }

  private StoreCheck() {}

  static List<String> problems(Handle handle) {
    List<String> problems = new ArrayList<>();
    handle.createQuery("PRAGMA integrity_check(20)").mapTo(String.class).list().stream()
        .filter(line -> !line.equals("ok"))
        .forEach(line -> problems.add("database: " + line));
    COUNTS.forEach((what, sql) -> {
      long count = StoreQueries.number(handle, sql);
      if (count != 0) {
        problems.add(what + ": " + count);
      }
    });
    handle
        .createQuery(
            "SELECT id, json FROM product JOIN product_key USING (ref) WHERE json IS NOT NULL")
        .map((row, context) -> problems.addAll(unreadable(row.getString(1), row.getString(2))))
        .list();
    return problems;
  }

  private static List<String> unreadable(String id, String json) {
    try {
      String read = ProductJson.read(json).id();
      return read.equals(id) ? List.of() : List.of("product " + id + " holds product " + read);
    } catch (RuntimeException e) {
      return List.of("product " + id + " cannot be read: " + e.getMessage());
    }
  }
}
