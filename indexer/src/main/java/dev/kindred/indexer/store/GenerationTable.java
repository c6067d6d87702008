package dev.kindred.indexer.store;

import dev.kindred.indexer.store.GenerationRecord.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What is known of generations, as rows. */
final class GenerationTable {
  private static final String COLUMNS =
      "SELECT number, state, created_at, activated, figures FROM generation";

  private GenerationTable() {}

  static GenerationRecord add(WriteTransaction transaction, Instant createdAt) throws SQLException {
    int number =
        Math.toIntExact(
            transaction
                .sql()
                .number("SELECT ifnull(max(number), 0) + 1 FROM generation")
                .orElseThrow());
    GenerationRecord added = new GenerationRecord(number, State.TRAINING, createdAt, 0, "{}");
    transaction
        .sql()
        .update(
            "INSERT INTO generation (number, state, created_at, activated, figures)"
                + " VALUES (?, ?, ?, ?, ?)",
            added.number(),
            added.state().name(),
            added.createdAt().toString(),
            added.activated(),
            added.figures());
    return added;
  }

  static void describe(WriteTransaction transaction, int number, State state, String figures)
      throws SQLException {
    if (state == State.ACTIVE) {
      throw new IllegalArgumentException("a generation becomes ACTIVE by being activated");
    }
    demandOne(
        number,
        transaction
            .sql()
            .update(
                "UPDATE generation SET state = ?, figures = ? WHERE number = ?",
                state.name(),
                figures,
                number));
  }

  static void activate(WriteTransaction transaction, int number) throws SQLException {
    transaction
        .sql()
        .update(
            "UPDATE generation SET state = ? WHERE state = ?",
            State.RETIRED.name(),
            State.ACTIVE.name());
    demandOne(
        number,
        transaction
            .sql()
            .update(
                "UPDATE generation SET state = ?, activated = ? WHERE number = ?",
                State.ACTIVE.name(),
                transaction.next(),
                number));
  }

  private static void demandOne(int number, int changed) {
    if (changed == 0) {
      throw new IllegalArgumentException("there is no generation " + number);
    }
  }

  static List<GenerationRecord> all(Handle handle) {
    return handle
        .createQuery(COLUMNS + " ORDER BY number")
        .map((row, context) -> generation(row))
        .list();
  }

  private static GenerationRecord generation(ResultSet row) throws SQLException {
    return new GenerationRecord(
        row.getInt(1),
        State.valueOf(row.getString(2)),
        Instant.parse(row.getString(3)),
        row.getLong(4),
        row.getString(5));
  }
}
