package dev.kindred.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One thing a person did; immutable, with an id of its own: the same id twice counts once.
 *
 * <p>A search is about a {@code query}, every other event about a {@code product}. At least one of
 * {@code user} and {@code session} says who it was; an event with both belongs to the user.
 *
 * @param quantity how many, 1 or more
 * @param value stars from 0 to 5 on a rating, money on a purchase, otherwise up to the shop
 * @param queryId of the answer in which the product was seen
 * @param position in that answer, from 1
 */
public record Event(
    String id,
    EventType type,
    Optional<String> user,
    Optional<String> session,
    Optional<String> product,
    int quantity,
    OptionalDouble value,
    Instant time,
    Optional<String> query,
    Optional<String> queryId,
    OptionalInt position) {

  private static final int LONGEST_QUERY = 2_000;
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /**
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  public Event {
    Checks.id("event_id", id);
    Checks.id("user", user);
    Checks.id("session", session);
    Checks.id("product", product);
    Checks.id("query_id", queryId);
    if (user.isEmpty() && session.isEmpty()) {
      throw new InvalidFieldException("user", "given when there is no session", "");
    }
    if (type == EventType.SEARCH && query.isEmpty()) {
      throw new InvalidFieldException("query", "given on a search event", "");
    }
    if (type != EventType.SEARCH && product.isEmpty()) {
      throw new InvalidFieldException("product", "given on a " + type.label() + " event", "");
    }
    query.ifPresent(q -> Checks.text("query", q, LONGEST_QUERY));
    if (quantity < 1) {
      throw new InvalidFieldException("quantity", "a whole number >= 1", quantity);
    }
    if (type == EventType.RATING && value.isEmpty()) {
      throw new InvalidFieldException("value", "the stars, 0 to 5, on a rating event", "");
    }
    if (value.isPresent()) {
      double v = value.getAsDouble();
      if (!Double.isFinite(v)) {
        throw new InvalidFieldException("value", "a finite number", v);
      }
      if (type == EventType.RATING && !(v >= 0 && v <= 5)) {
        throw new InvalidFieldException("value", "the stars, 0 to 5, on a rating event", v);
      }
    }
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new InvalidFieldException("time", "between 1970 and 2200", time);
    }
    if (position.isPresent() && position.getAsInt() < 1) {
      throw new InvalidFieldException("position", "a whole number >= 1", position.getAsInt());
    }
  }

  /** Who did it: the user where there is one, else the session. */
  public Person person() {
    return user.map(Person::user).orElseGet(() -> Person.session(session.orElseThrow()));
  }

  /** A builder; the id, the type and the time are always needed. */
  public static Builder builder(String id, EventType type, Instant time) {
    return new Builder(id, type, time);
  }

  /** Collects an event's fields; the quantity is 1 unless set. */
  public static final class Builder {
    private final String id;
    private final EventType type;
    private final Instant time;
    private Optional<String> user = Optional.empty();
    private Optional<String> session = Optional.empty();
    private Optional<String> product = Optional.empty();
    private int quantity = 1;
    private OptionalDouble value = OptionalDouble.empty();
    private Optional<String> query = Optional.empty();
    private Optional<String> queryId = Optional.empty();
    private OptionalInt position = OptionalInt.empty();

    private Builder(String id, EventType type, Instant time) {
      this.id = id;
      this.type = type;
      this.time = time;
    }

    public Builder user(String user) {
      this.user = Optional.of(user);
      return this;
    }

    public Builder session(String session) {
      this.session = Optional.of(session);
      return this;
    }

    public Builder product(String product) {
      this.product = Optional.of(product);
      return this;
    }

    public Builder quantity(int quantity) {
      this.quantity = quantity;
      return this;
    }

    public Builder value(double value) {
      this.value = OptionalDouble.of(value);
      return this;
    }

    public Builder query(String query) {
      this.query = Optional.of(query);
      return this;
    }

    public Builder queryId(String queryId) {
      this.queryId = Optional.of(queryId);
      return this;
    }

    public Builder position(int position) {
      this.position = OptionalInt.of(position);
      return this;
    }

    /**
     * @throws InvalidFieldException naming the first field that breaks its rule
     */
    public Event build() {
      return new Event(
          id, type, user, session, product, quantity, value, time, query, queryId, position);
    }
  }
}
