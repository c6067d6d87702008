package dev.kindred.indexer.store;

import dev.kindred.indexer.store.QueryFigures.QueryFigure;
import dev.kindred.model.EventType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Searches of late as rows. */
final class AskedTable {
  /** About ten megabytes; beyond it the oldest go. */
  static final int MOST = 100_000;

  private static final int CLICK = EventTable.TYPES.indexOf(EventType.CLICK);
  private static final int CART = EventTable.TYPES.indexOf(EventType.CART);
  private static final int PURCHASE = EventTable.TYPES.indexOf(EventType.PURCHASE);

  /** Each search since a time with what was done with its answer. */
  private static final String OUTCOMES =
      "WITH outcome AS (SELECT number, asked.query AS query, found,"
          + (" coalesce(max(type = " + CLICK + "), 0) AS clicked,")
          + (" coalesce(max(type IN (" + CART + ", " + PURCHASE + ")), 0) AS converted,")
          + (" min(CASE WHEN type = " + CLICK + " THEN position END) AS position")
          + " FROM asked LEFT JOIN event ON event.query_id = asked.query_id"
          + " WHERE asked.time >= ? GROUP BY number)";

  /** With max(number), found is that of the newest row: SQLite's rule for bare columns. */
  private static final String SUMS =
      " count(*), found, coalesce(sum(found = 0), 0), coalesce(sum(clicked), 0),"
          + " coalesce(sum(converted), 0), avg(position), max(number) FROM outcome";

  private AskedTable() {}

  static int add(Statements sql, List<AskedQuery> queries) throws SQLException {
    for (AskedQuery asked : queries) {
      sql.update(
          "INSERT INTO asked (query_id, query, found, time) VALUES (?, ?, ?, ?)",
          asked.queryId(),
          asked.query(),
          asked.found(),
          asked.time().toEpochMilli());
    }
    return sql.update(
        "DELETE FROM asked WHERE number <= (SELECT max(number) FROM asked) - ?", MOST);
  }

  static QueryFigures figures(Statements sql, Instant since, int limit) throws SQLException {
    long from = since.toEpochMilli();
    QueryFigure all =
        sql.first(OUTCOMES + " SELECT ''," + SUMS, AskedTable::figure, from).orElseThrow();
    String byQuery = OUTCOMES + " SELECT query," + SUMS + " GROUP BY query";
    List<QueryFigure> most =
        sql.all(byQuery + " ORDER BY 2 DESC, query LIMIT ?", AskedTable::figure, from, limit);
    List<QueryFigure> empty =
        sql.all(
            "SELECT * FROM (" + byQuery + ") WHERE found = 0 ORDER BY 2 DESC, query LIMIT ?",
            AskedTable::figure,
            from,
            limit);
    Map<Integer, Long> clicks = new TreeMap<>();
    sql.all(
            "SELECT position, count(*) FROM asked JOIN event ON event.query_id = asked.query_id"
                + (" WHERE asked.time >= ? AND type = " + CLICK + " AND position IS NOT NULL")
                + " GROUP BY position ORDER BY position LIMIT ?",
            row -> Map.entry(row.getInt(1), row.getLong(2)),
            from,
            limit)
        .forEach(entry -> clicks.put(entry.getKey(), entry.getValue()));
    return new QueryFigures(all, most, empty, clicks);
  }

  private static QueryFigure figure(ResultSet row) throws SQLException {
    double position = row.getDouble(7);
    OptionalDouble place = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(position);
    return new QueryFigure(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        place);
  }
}
