package dev.kindred.indexer.store;

import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.json.ProductJson;
import dev.kindred.model.Product;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Products as rows: their JSON form, the number of their id, the sequence of their last change. */
final class ProductTable {
  private final WriteTransaction transaction;
  private final Statements sql;

  private record Row(int number, long sequence, @Nullable String json) {}

  ProductTable(WriteTransaction transaction) {
    this.transaction = transaction;
    this.sql = transaction.sql();
  }

  Outcome put(Product product) throws SQLException {
    long ref = transaction.keys().product(product.id());
    Optional<Row> row = row(ref);
    String json = ProductJson.write(product);
    if (row.isEmpty()) {
      long sequence = transaction.next();
      sql.update(
          "INSERT INTO product (ref, number, sequence, json)"
              + " VALUES (?, (SELECT ifnull(max(number), -1) + 1 FROM product), ?, ?)",
          ref,
          sequence,
          json);
      return new Outcome(Outcome.Kind.CREATED, sequence);
    }
    return replace(ref, row.get(), json);
  }

  Outcome update(String id, UnaryOperator<Product> edit) throws SQLException {
    long ref = transaction.keys().product(id);
    Optional<Row> row = row(ref);
    String json = row.map(Row::json).orElse(null);
    if (json == null) {
      return Outcome.notFound();
    }
    Product edited = edit.apply(ProductJson.read(json));
    if (!edited.id().equals(id)) {
      throw new IllegalArgumentException(
          "an edit must keep the product's id " + id + ", got " + edited.id());
    }
    return replace(ref, row.get(), ProductJson.write(edited));
  }

  Outcome delete(String id) throws SQLException {
    long ref = transaction.keys().product(id);
    if (row(ref).map(Row::json).isEmpty()) {
      return Outcome.notFound();
    }
    return new Outcome(Outcome.Kind.DELETED, write(ref, null));
  }

  private Outcome replace(long ref, Row row, String json) throws SQLException {
    if (json.equals(row.json)) {
      return new Outcome(Outcome.Kind.UNCHANGED, row.sequence);
    }
    Outcome.Kind kind = row.json == null ? Outcome.Kind.CREATED : Outcome.Kind.UPDATED;
    return new Outcome(kind, write(ref, json));
  }

  private long write(long ref, @Nullable String json) throws SQLException {
    long sequence = transaction.next();
    sql.update("UPDATE product SET sequence = ?, json = ? WHERE ref = ?", sequence, json, ref);
    return sequence;
  }

  private Optional<Row> row(long ref) throws SQLException {
    return sql.first(
        "SELECT number, sequence, json FROM product WHERE ref = ?",
        row -> new Row(row.getInt(1), row.getLong(2), row.getString(3)),
        ref);
  }

  static Optional<StoredProduct> product(Handle handle, String id) {
    return handle
        .createQuery(
            "SELECT number, sequence, json FROM product_key JOIN product USING (ref)"
                + " WHERE id = :id AND json IS NOT NULL")
        .bind("id", id)
        .map((row, context) -> stored(row))
        .findOne();
  }

  static List<StoredProduct> products(Handle handle, Collection<String> ids) {
    return handle
        .createQuery(
            "SELECT number, sequence, json FROM product_key JOIN product USING (ref)"
                + " WHERE id IN (SELECT value FROM json_each(:ids)) AND json IS NOT NULL")
        .bind("ids", Json.mapper().writeValueAsString(ids))
        .map((row, context) -> stored(row))
        .list();
  }

  static Map<String, Integer> numbers(Handle handle, Collection<String> ids) {
    return handle
        .createQuery(
            "SELECT id, number FROM product_key JOIN product USING (ref)"
                + " WHERE id IN (SELECT value FROM json_each(:ids)) AND json IS NOT NULL")
        .bind("ids", Json.mapper().writeValueAsString(ids))
        .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static Map<Integer, String> ids(Handle handle, Collection<Integer> numbers) {
    return handle
        .createQuery(
            "SELECT number, id FROM product JOIN product_key USING (ref)"
                + " WHERE number IN (SELECT value FROM json_each(:numbers))")
        .bind("numbers", Json.mapper().writeValueAsString(numbers))
        .map((row, context) -> Map.entry(row.getInt(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static int[] keys(Handle handle, int fromNumber) {
    return handle
        .createQuery("SELECT ref FROM product WHERE number >= :from ORDER BY number")
        .bind("from", fromNumber)
        .mapTo(Integer.class)
        .list()
        .stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static List<ProductChange> changes(Handle handle, long after, int limit) {
    return handle
        .createQuery(
            "SELECT number, sequence, json, id FROM product JOIN product_key USING (ref)"
                + " WHERE sequence > :after ORDER BY sequence LIMIT :limit")
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) ->
            new ProductChange(
                row.getLong(2),
                row.getString(4),
                row.getInt(1),
                Optional.ofNullable(row.getString(3)).map(ProductJson::read)))
        .list();
  }

  private static StoredProduct stored(ResultSet row) throws SQLException {
    return new StoredProduct(ProductJson.read(row.getString(3)), row.getInt(1), row.getLong(2));
  }
}
