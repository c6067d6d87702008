package dev.kindred.indexer.index;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** Adds the values of one product that are filtered, counted and sorted by to its document. */
final class DocumentValues {
  private final Document document;
  private final Set<String> names = new HashSet<>();
  private final Set<String> terms = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();

  DocumentValues(Document document) {
    this.document = document;
  }

  void text(String name, String value) {
    name(FieldKind.TEXT, name);
    String shown = value.strip();
    if (shown.length() <= ProductSchema.LONGEST_VALUE) {
      value(FieldKind.TEXT, name, shown);
    }
  }

  void flag(String name, boolean value) {
    name(FieldKind.FLAG, name);
    value(FieldKind.FLAG, name, Boolean.toString(value));
  }

  void number(String name, double value) {
    name(FieldKind.NUMBER, name);
    String field = ProductSchema.field(FieldKind.NUMBER, name);
    double normal = value == 0 ? 0.0 : value; // -0 is 0
    if (numbers.add(field + '=' + normal)) {
      document.add(new DoublePoint(field, normal));
      long bits = NumericUtils.doubleToSortableLong(normal);
      document.add(new SortedNumericDocValuesField(field, bits));
    }
  }

  void date(String name, Instant value) {
    name(FieldKind.DATE, name);
    String field = ProductSchema.field(FieldKind.DATE, name);
    long millis = millis(value);
    if (numbers.add(field + '=' + millis)) {
      document.add(new LongPoint(field, millis));
      document.add(new SortedNumericDocValuesField(field, millis));
    }
  }

  /** Milliseconds since 1970, cut off at the ends of what fits. */
  static long millis(Instant time) {
    try {
      return time.toEpochMilli();
    } catch (ArithmeticException e) {
      return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** Adds what is known only when all values have been seen. */
  void finish() {
    names.forEach(n -> document.add(new StringField(ProductSchema.NAMES, n, Field.Store.NO)));
  }

  private void name(FieldKind kind, String name) {
    names.add(ProductSchema.field(kind, name));
  }

  private void value(FieldKind kind, String name, String value) {
    String term = ProductSchema.term(kind, name, value);
    if (terms.add(term)) {
      document.add(new StringField(ProductSchema.VALUES, term, Field.Store.NO));
      document.add(
          new SortedSetDocValuesField(ProductSchema.field(kind, name), new BytesRef(value)));
    }
  }
}
