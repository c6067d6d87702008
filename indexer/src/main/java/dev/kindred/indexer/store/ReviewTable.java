package dev.kindred.indexer.store;

import static dev.kindred.indexer.store.Columns.optionalDouble;
import static dev.kindred.indexer.store.Columns.orNull;

import dev.kindred.model.Person;
import dev.kindred.model.Review;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reviews as rows. */
final class ReviewTable {
  private static final String COLUMNS =
      "SELECT review.sequence, review.id, product_key.id, person.id, stars, title, text, seconds,"
          + " nanos FROM review JOIN product_key ON product_key.ref = product"
          + " LEFT JOIN person ON person.ref = user";
  private static final String NEWEST_FIRST =
      " AND title IS NOT NULL ORDER BY seconds DESC, nanos DESC, review.sequence DESC LIMIT :limit";

  private final WriteTransaction transaction;
  private final Statements sql;

  ReviewTable(WriteTransaction transaction) {
    this.transaction = transaction;
    this.sql = transaction.sql();
  }

  Outcome put(Review review) throws SQLException {
    Optional<ReviewChange> known =
        sql.first(COLUMNS + " WHERE review.id = ?", ReviewTable::change, review.id());
    if (known.flatMap(ReviewChange::review).equals(Optional.of(review))) {
      return new Outcome(Outcome.Kind.UNCHANGED, known.get().sequence());
    }
    boolean there = known.flatMap(ReviewChange::review).isPresent();
    Optional<Person> user = review.user().map(Person::user);
    long sequence = transaction.next();
    sql.update(
        "INSERT INTO review (id, sequence, product, user, stars, title, text, seconds, nanos)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            + " sequence = excluded.sequence, product = excluded.product, user = excluded.user,"
            + " stars = excluded.stars, title = excluded.title, text = excluded.text,"
            + " seconds = excluded.seconds, nanos = excluded.nanos",
        review.id(),
        sequence,
        transaction.keys().product(review.product()),
        user.isPresent() ? transaction.keys().person(user.get()) : null,
        orNull(review.stars()),
        review.title(),
        review.text(),
        review.time().map(Instant::getEpochSecond).orElse(null),
        review.time().map(Instant::getNano).orElse(null));
    return new Outcome(there ? Outcome.Kind.UPDATED : Outcome.Kind.CREATED, sequence);
  }

  Outcome delete(String id) throws SQLException {
    if (sql.number("SELECT 1 FROM review WHERE id = ? AND title IS NOT NULL", id).isEmpty()) {
      return Outcome.notFound();
    }
    long sequence = transaction.next();
    sql.update(
        "UPDATE review SET sequence = ?, user = NULL, stars = NULL, title = NULL, text = NULL,"
            + " seconds = NULL, nanos = NULL WHERE id = ?",
        sequence,
        id);
    return new Outcome(Outcome.Kind.DELETED, sequence);
  }

  /**
   * Deletes a user's reviews without a trace.
   *
   * @return how many
   */
  int erase(long user) throws SQLException {
    return sql.update("DELETE FROM review WHERE user = ?", user);
  }

  static List<Review> reviewsOf(Handle handle, String product, int limit) {
    return handle
        .createQuery(
            COLUMNS
                + " WHERE product = (SELECT ref FROM product_key WHERE id = :id)"
                + NEWEST_FIRST)
        .bind("id", product)
        .bind("limit", limit)
        .map((row, context) -> review(row))
        .list();
  }

  static List<Review> reviewsBy(Handle handle, String user, int limit) {
    return handle
        .createQuery(
            COLUMNS
                + " WHERE user = (SELECT ref FROM person WHERE kind = 0 AND id = :id)"
                + NEWEST_FIRST)
        .bind("id", user)
        .bind("limit", limit)
        .map((row, context) -> review(row))
        .list();
  }

  static List<ReviewChange> changes(Handle handle, long after, int limit) {
    return handle
        .createQuery(
            COLUMNS + " WHERE review.sequence > :after ORDER BY review.sequence LIMIT :limit")
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> change(row))
        .list();
  }

  private static ReviewChange change(ResultSet row) throws SQLException {
    boolean there = row.getString(6) != null;
    return new ReviewChange(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        there ? Optional.of(review(row)) : Optional.empty());
  }

  private static Review review(ResultSet row) throws SQLException {
    long seconds = row.getLong(8);
    Optional<Instant> time =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(Instant.ofEpochSecond(seconds, row.getInt(9)));
    return new Review(
        row.getString(2),
        row.getString(3),
        Optional.ofNullable(row.getString(4)),
        optionalDouble(row, 5),
        row.getString(6),
        row.getString(7),
        time);
  }
}
