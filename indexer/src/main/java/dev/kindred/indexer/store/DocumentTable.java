package dev.kindred.indexer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The shop's settings as rows. */
final class DocumentTable {
  private final WriteTransaction transaction;
  private final Statements sql;

  DocumentTable(WriteTransaction transaction) {
    this.transaction = transaction;
    this.sql = transaction.sql();
  }

  Outcome put(String kind, String id, String json) throws SQLException {
    Optional<Document> known = known(kind, id);
    if (known.isPresent() && known.get().json().equals(json)) {
      return new Outcome(Outcome.Kind.UNCHANGED, known.get().sequence());
    }
    long sequence = transaction.next();
    sql.update(
        "INSERT INTO document (kind, id, sequence, json) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (kind, id) DO UPDATE"
            + " SET sequence = excluded.sequence, json = excluded.json",
        kind,
        id,
        sequence,
        json);
    return new Outcome(known.isPresent() ? Outcome.Kind.UPDATED : Outcome.Kind.CREATED, sequence);
  }

  Outcome delete(String kind, String id) throws SQLException {
    if (known(kind, id).isEmpty()) {
      return Outcome.notFound();
    }
    long sequence = transaction.next();
    sql.update(
        "UPDATE document SET sequence = ?, json = NULL WHERE kind = ? AND id = ?",
        sequence,
        kind,
        id);
    return new Outcome(Outcome.Kind.DELETED, sequence);
  }

  private Optional<Document> known(String kind, String id) throws SQLException {
    return sql.first(
        "SELECT kind, id, json, sequence FROM document"
            + " WHERE kind = ? AND id = ? AND json IS NOT NULL",
        DocumentTable::document,
        kind,
        id);
  }

  static Optional<Document> document(Handle handle, String kind, String id) {
    return handle
        .createQuery(
            "SELECT kind, id, json, sequence FROM document"
                + " WHERE kind = :kind AND id = :id AND json IS NOT NULL")
        .bind("kind", kind)
        .bind("id", id)
        .map((row, context) -> document(row))
        .findOne();
  }

  static List<Document> documents(Handle handle, String kind) {
    return handle
        .createQuery(
            "SELECT kind, id, json, sequence FROM document"
                + " WHERE kind = :kind AND json IS NOT NULL ORDER BY id")
        .bind("kind", kind)
        .map((row, context) -> document(row))
        .list();
  }

  static long sequence(Handle handle, String kind) {
    return handle
        .createQuery("SELECT ifnull(max(sequence), 0) FROM document WHERE kind = :kind")
        .bind("kind", kind)
        .mapTo(Long.class)
        .one();
  }

  private static Document document(ResultSet row) throws SQLException {
    return new Document(row.getString(1), row.getString(2), row.getString(3), row.getLong(4));
  }
}
