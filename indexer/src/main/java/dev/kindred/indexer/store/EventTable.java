package dev.kindred.indexer.store;

import static dev.kindred.indexer.store.Columns.optionalDouble;
import static dev.kindred.indexer.store.Columns.optionalInt;
import static dev.kindred.indexer.store.Columns.orNull;

import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Events as rows, with short numbers for products and people. */
final class EventTable {
  /** A type stands in the database as its place here: append only. */
  static final List<EventType> TYPES =
      List.of(
          EventType.VIEW,
          EventType.CLICK,
          EventType.CART,
          EventType.PURCHASE,
          EventType.RATING,
          EventType.LIKE,
          EventType.DISLIKE,
          EventType.SEARCH);

  private static final long NANOS = 1_000_000_000L;
  private static final long NANOS_PER_MILLI = 1_000_000L;

  private static final String COLUMNS =
      "SELECT event.sequence, event.id, type, owner.kind, owner.id, session.id, product_key.id,"
          + " quantity, value, time, query, query_id, position"
          + " FROM event JOIN person AS owner ON owner.ref = event.owner"
          + " LEFT JOIN person AS session ON session.ref = event.session"
          + " LEFT JOIN product_key ON product_key.ref = event.product";

  private final WriteTransaction transaction;
  private final Statements sql;
  private final MessageDigest sha256 = sha256();

  EventTable(WriteTransaction transaction) {
    this.transaction = transaction;
    this.sql = transaction.sql();
  }

  Outcome add(Event event) throws SQLException {
    long hash = hash(event.id());
    OptionalLong known =
        sql.number("SELECT sequence FROM event WHERE id_hash = ? AND id = ?", hash, event.id());
    if (known.isPresent()) {
      return new Outcome(Outcome.Kind.DUPLICATE, known.getAsLong());
    }
    Keys keys = transaction.keys();
    long owner = keys.person(event.person());
    boolean besideUser = event.user().isPresent() && event.session().isPresent();
    long sequence = transaction.next();
    sql.update(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        sequence,
        event.id(),
        hash,
        TYPES.indexOf(event.type()),
        owner,
        besideUser ? keys.linkedSession(event.session().get(), owner) : null,
        event.product().isPresent() ? keys.product(event.product().get()) : null,
        event.quantity(),
        orNull(event.value()),
        nanos(event.time()),
        event.query().orElse(null),
        event.queryId().orElse(null),
        orNull(event.position()));
    return new Outcome(Outcome.Kind.CREATED, sequence);
  }

  /**
   * Deletes a user's events, and the sessions that were linked to this user only with their events.
   *
   * @return how many events
   */
  int erase(long user) throws SQLException {
    int erased = sql.update("DELETE FROM event WHERE owner = ?", user);
    erased +=
        sql.update(
            "DELETE FROM event WHERE owner IN (SELECT ref FROM person WHERE linked = ?)", user);
    sql.update("DELETE FROM person WHERE linked = ?", user);
    return erased;
  }

  /** The first eight bytes of the id's SHA-256: no feed of ids can be made to collide. */
  private long hash(String id) {
    return ByteBuffer.wrap(sha256.digest(id.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  static List<StoredEvent> events(Handle handle, long after, int limit) {
    return handle
        .createQuery(
            COLUMNS + " WHERE event.sequence > :after ORDER BY event.sequence LIMIT :limit")
        .bind("after", after)
        .bind("limit", limit)
        .setFetchSize(limit)
        .map((row, context) -> new StoredEvent(row.getLong(1), event(row)))
        .list();
  }

  static List<Touch> touches(Handle handle, long after, int limit) {
    return handle
        .createQuery(
            "SELECT sequence, type, product, time FROM event"
                + " WHERE sequence > :after AND product IS NOT NULL ORDER BY sequence LIMIT :limit")
        .bind("after", after)
        .bind("limit", limit)
        .setFetchSize(limit)
        .map((row, context) ->
            new Touch(
                row.getLong(1),
                TYPES.get(row.getInt(2)),
                row.getInt(3),
                Math.floorDiv(row.getLong(4), NANOS_PER_MILLI)))
        .list();
  }

  static List<Event> eventsOf(Handle handle, Person person, int limit) {
    return handle
        .createQuery(
            COLUMNS
                + " WHERE event.owner = (SELECT ref FROM person WHERE kind = :kind AND id = :id)"
                + " ORDER BY time DESC, event.sequence DESC LIMIT :limit")
        .bind("kind", Keys.kind(person))
        .bind("id", person.id())
        .bind("limit", limit)
        .map((row, context) -> event(row))
        .list();
  }

  static List<Engagement> engagements(Statements sql, Person person, int limit)
      throws SQLException {
    OptionalLong owner =
        sql.number(
            "SELECT ref FROM person WHERE kind = ? AND id = ?", Keys.kind(person), person.id());
    return owner.isEmpty() ? List.of() : engagements(sql, owner.getAsLong(), limit);
  }

  private static List<Engagement> engagements(Statements sql, long owner, int limit)
      throws SQLException {
    return sql.all(
        "SELECT number, type, quantity, value, time FROM event"
            + " JOIN product ON product.ref = event.product"
            + " WHERE event.owner = ? ORDER BY time DESC, event.sequence DESC LIMIT ?",
        row ->
            new Engagement(
                row.getInt(1),
                TYPES.get(row.getInt(2)),
                row.getInt(3),
                optionalDouble(row, 4),
                instant(row.getLong(5))),
        owner,
        limit);
  }

  static List<List<Engagement>> audience(Statements sql, int number, int people, int each)
      throws SQLException {
    List<List<Engagement>> audience = new ArrayList<>();
    List<Long> owners =
        sql.all(
            "SELECT DISTINCT owner FROM event"
                + " WHERE product = (SELECT ref FROM product WHERE number = ?) LIMIT ?",
            row -> row.getLong(1),
            number,
            people);
    for (long owner : owners) {
      audience.add(engagements(sql, owner, each));
    }
    return audience;
  }

  static int[] numbersOf(Handle handle, Person person, Set<EventType> types) {
    return handle
        .createQuery(
            "SELECT DISTINCT number FROM event JOIN product ON product.ref = event.product"
                + " WHERE event.owner = (SELECT ref FROM person WHERE kind = :kind AND id = :id)"
                + " AND type IN (<types>)")
        .bind("kind", Keys.kind(person))
        .bind("id", person.id())
        .bindList("types", types.stream().map(TYPES::indexOf).toList())
        .mapTo(Integer.class)
        .list()
        .stream()
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  static Map<String, Long> busiestUsers(Handle handle, int limit) {
    return handle
        .createQuery(
            "SELECT person.id, events FROM"
                + " (SELECT owner, count(*) AS events FROM event GROUP BY owner)"
                + " JOIN person ON person.ref = owner WHERE person.kind = 0"
                + " ORDER BY events DESC, person.id LIMIT :limit")
        .bind("limit", limit)
        .reduceRows(
            new LinkedHashMap<String, Long>(),
            (users, row) -> {
              users.put(row.getColumn(1, String.class), row.getColumn(2, Long.class));
              return users;
            });
  }

  static Set<String> productsOf(Handle handle, Person person, Set<EventType> types) {
    return new HashSet<>(
        handle
            .createQuery(
                "SELECT id FROM product_key WHERE ref IN (SELECT product FROM event"
                    + " WHERE owner = (SELECT ref FROM person WHERE kind = :kind AND id = :id)"
                    + " AND type IN (<types>))")
            .bind("kind", Keys.kind(person))
            .bind("id", person.id())
            .bindList("types", types.stream().map(TYPES::indexOf).toList())
            .mapTo(String.class)
            .list());
  }

  private static Event event(ResultSet row) throws SQLException {
    Person owner = Keys.person(row.getInt(4), row.getString(5));
    boolean known = owner.kind() == Person.Kind.USER;
    return new Event(
        row.getString(2),
        TYPES.get(row.getInt(3)),
        known ? Optional.of(owner.id()) : Optional.empty(),
        known ? Optional.ofNullable(row.getString(6)) : Optional.of(owner.id()),
        Optional.ofNullable(row.getString(7)),
        row.getInt(8),
        optionalDouble(row, 9),
        instant(row.getLong(10)),
        Optional.ofNullable(row.getString(11)),
        Optional.ofNullable(row.getString(12)),
        optionalInt(row, 13));
  }

  /** Since 1970; enough for the years that an event can have. */
  private static long nanos(Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }

  /** Every type has a place; checked when the class is loaded. */
  static {
    if (!EnumSet.copyOf(TYPES).equals(EnumSet.allOf(EventType.class))) {
      throw new AssertionError("a type of event has no place in TYPES");
    }
  }
}
