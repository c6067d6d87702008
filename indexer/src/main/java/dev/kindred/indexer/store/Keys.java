package dev.kindred.indexer.store;

import dev.kindred.model.Person;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The short numbers that stand for ids of products and people in other tables, as the writer sees
 * them. What was looked up is remembered until {@link #forget()}.
 */
final class Keys {
  private static final int MOST_REMEMBERED = 200_000;
  private static final long SHARED = 0;

  private final Statements sql;
  private final Map<String, Long> products = new HashMap<>();
  private final Map<Person, Long> people = new HashMap<>();
  private final Map<Long, Long> links = new HashMap<>();

  Keys(Statements sql) {
    this.sql = sql;
  }

  /** The product's number, given now if it has none. */
  long product(String id) throws SQLException {
    Long known = products.get(id);
    if (known != null) {
      return known;
    }
    OptionalLong stored = sql.number("SELECT ref FROM product_key WHERE id = ?", id);
    long ref =
        stored.isPresent()
            ? stored.getAsLong()
            : inserted("INSERT INTO product_key (id) VALUES (?)", id);
    remember(products, id, ref);
    return ref;
  }

  /** The person's number, given now if they have none. */
  long person(Person person) throws SQLException {
    Long known = people.get(person);
    if (known != null) {
      return known;
    }
    OptionalLong stored = existing(person);
    long ref =
        stored.isPresent()
            ? stored.getAsLong()
            : inserted("INSERT INTO person (kind, id) VALUES (?, ?)", kind(person), person.id());
    remember(people, person, ref);
    return ref;
  }

  /** The number of a session in which a known user was seen, and the note that it was. */
  long linkedSession(String id, long user) throws SQLException {
    Person session = Person.session(id);
    long ref = person(session);
    Long noted = links.get(ref);
    if (noted == null || (noted != user && noted != SHARED)) {
      sql.update(
          "UPDATE person SET linked = CASE ifnull(linked, ?1) WHEN ?1 THEN ?1 ELSE 0 END"
              + " WHERE ref = ?2",
          user,
          ref);
      remember(
          links, ref, sql.number("SELECT linked FROM person WHERE ref = ?", ref).orElseThrow());
    }
    return ref;
  }

  /** The person's number, if they have one. */
  OptionalLong existing(Person person) throws SQLException {
    return sql.number(
        "SELECT ref FROM person WHERE kind = ? AND id = ?", kind(person), person.id());
  }

  /** Drops what is remembered: a transaction was undone, or somebody else wrote. */
  void forget() {
    products.clear();
    people.clear();
    links.clear();
  }

  /** How a kind of person stands in the database. */
  static int kind(Person person) {
    return switch (person.kind()) {
      case USER -> 0;
      case SESSION -> 1;
    };
  }

  static Person person(int kind, String id) {
    return kind == 0 ? Person.user(id) : Person.session(id);
  }

  private long inserted(String insert, Object... values) throws SQLException {
    sql.update(insert, values);
    return sql.number("SELECT last_insert_rowid()").orElseThrow();
  }

  private static <K> void remember(Map<K, Long> known, K id, long ref) {
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    known.put(id, ref);
  }
}
