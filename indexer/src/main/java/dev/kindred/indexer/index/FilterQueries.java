package dev.kindred.indexer.index;

import dev.kindred.analyzers.CategoryPath;
import dev.kindred.indexer.catalog.UnknownFieldException;
import dev.kindred.model.filter.Filter;
import dev.kindred.model.filter.Filter.Bound;
import dev.kindred.model.filter.Filter.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** Turns a filter into a query that matches the same products. */
final class FilterQueries {
  private static final int DAY = "2026-01-02".length();

  private final KnownFields fields;

  FilterQueries(KnownFields fields) {
    this.fields = fields;
  }

  /**
   * @throws UnknownFieldException if a field is not there or cannot be compared like that
   */
  Query query(Filter filter) {
    return switch (filter) {
      case Filter.And and -> all(and.parts().stream().map(this::query).toList());
      case Filter.Or or -> any(or.parts().stream().map(this::query).toList());
      case Filter.Not not -> none(query(not.part()));
      case Filter.OneOf oneOf -> oneOf(fields.field(oneOf.field()), oneOf.values());
      case Filter.Range range -> range(fields.field(range.field()), range.from(), range.to());
      case Filter.Exists exists -> exists(fields.field(exists.field()));
    };
  }

  private static Query all(List<Query> parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    parts.forEach(p -> all.add(p, Occur.FILTER));
    return all.build();
  }

  private static Query any(List<Query> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    parts.forEach(p -> any.add(p, Occur.SHOULD));
    return new ConstantScoreQuery(any.build());
  }

  private static Query none(Query part) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(part, Occur.MUST_NOT)
        .build();
  }

  private static Query exists(KnownFields.Field field) {
    return any(
        field.kinds().stream()
            .map(kind -> (Query) new TermQuery(new Term(ProductSchema.NAMES, field.stored(kind))))
            .toList());
  }

  private static Query oneOf(KnownFields.Field field, List<Value> values) {
    List<Query> parts = new ArrayList<>();
    List<BytesRef> terms = new ArrayList<>();
    for (Value value : values) {
      int before = parts.size() + terms.size();
      if (field.has(FieldKind.TEXT)) {
        terms.add(term(field, FieldKind.TEXT, text(field, value)));
      }
      if (field.has(FieldKind.FLAG)) {
        flag(value).ifPresent(f -> terms.add(term(field, FieldKind.FLAG, f)));
      }
      if (field.has(FieldKind.NUMBER)) {
        number(value).ifPresent(n -> parts.add(numbers(field, n, n)));
      }
      if (field.has(FieldKind.DATE)) {
        from(value, true)
            .ifPresent(from -> parts.add(dates(field, from, to(value, true).orElse(from))));
      }
      if (before == parts.size() + terms.size()) {
        throw new UnknownFieldException(
            field.requested(),
            field.requested() + " holds " + field.holds() + " and cannot be " + shown(value));
      }
    }
    if (!terms.isEmpty()) {
      parts.add(new TermInSetQuery(ProductSchema.VALUES, terms));
    }
    return any(parts);
  }

  private static Query range(KnownFields.Field field, Bound from, Bound to) {
    List<Query> parts = new ArrayList<>();
    if (field.has(FieldKind.NUMBER) && isNumber(from) && isNumber(to)) {
      parts.add(numbers(field, lowest(from), highest(to)));
    }
    if (field.has(FieldKind.DATE) && isDate(from) && isDate(to)) {
      parts.add(dates(field, earliest(from), latest(to)));
    }
    if (parts.isEmpty()) {
      throw new UnknownFieldException(field.requested(), why(field, from, to));
    }
    return any(parts);
  }

  private static String why(KnownFields.Field field, Bound from, Bound to) {
    if (!field.has(FieldKind.NUMBER) && !field.has(FieldKind.DATE)) {
      return field.requested()
          + " holds "
          + field.holds()
          + ", which has no order: compare it with = or IN";
    }
    EnumSet<FieldKind> ordered = EnumSet.copyOf(field.kinds());
    ordered.retainAll(EnumSet.of(FieldKind.NUMBER, FieldKind.DATE));
    String right =
        ordered.contains(FieldKind.NUMBER) ? "a number like 40" : "a date like 2026-01-31";
    Bound wrong = from instanceof Bound.Open ? to : from;
    String got = wrong instanceof Bound.At at ? shown(at.value()) : "nothing";
    return field.requested()
        + " holds "
        + field.holds()
        + ": compare it with "
        + right
        + ", got "
        + got;
  }

  private static Query numbers(KnownFields.Field field, double from, double to) {
    String name = field.stored(FieldKind.NUMBER);
    return new IndexOrDocValuesQuery(
        DoublePoint.newRangeQuery(name, from, to),
        SortedNumericDocValuesField.newSlowRangeQuery(
            name, NumericUtils.doubleToSortableLong(from), NumericUtils.doubleToSortableLong(to)));
  }

  private static Query dates(KnownFields.Field field, long from, long to) {
    String name = field.stored(FieldKind.DATE);
    return new IndexOrDocValuesQuery(
        LongPoint.newRangeQuery(name, from, to),
        SortedNumericDocValuesField.newSlowRangeQuery(name, from, to));
  }

  private static BytesRef term(KnownFields.Field field, FieldKind kind, String value) {
    return new BytesRef(ProductSchema.term(kind, field.name(), value));
  }

  private static String text(KnownFields.Field field, Value value) {
    return switch (value) {
      case Value.Text text when field.name().equals("categories") -> {
        List<String> levels = CategoryPath.levels(text.value());
        yield levels.isEmpty() ? "" : levels.getLast();
      }
      case Value.Text text -> text.value();
      case Value.Numeric number -> number.value().toPlainString();
      case Value.Flag flag -> Boolean.toString(flag.value());
    };
  }

  private static Optional<String> flag(Value value) {
    return switch (value) {
      case Value.Flag flag -> Optional.of(Boolean.toString(flag.value()));
      case Value.Text text ->
          Optional.of(ProductSchema.folded(text.value()))
              .filter(t -> t.equals("true") || t.equals("false"));
      case Value.Numeric number -> Optional.empty();
    };
  }

  private static Optional<Double> number(Value value) {
    return switch (value) {
      case Value.Numeric number -> Optional.of(number.value().doubleValue() + 0.0);
      case Value.Text text -> parsed(text.value());
      case Value.Flag flag -> Optional.empty();
    };
  }

  private static Optional<Double> parsed(String text) {
    try {
      return Optional.of(Double.parseDouble(text.strip()) + 0.0).filter(n -> !n.isNaN());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isNumber(Bound bound) {
    return bound instanceof Bound.Open
        || (bound instanceof Bound.At at && number(at.value()).isPresent());
  }

  private static double lowest(Bound bound) {
    return bound instanceof Bound.At at
        ? number(at.value()).map(n -> at.inclusive() ? n : Math.nextUp(n)).orElseThrow()
        : Double.NEGATIVE_INFINITY;
  }

  private static double highest(Bound bound) {
    return bound instanceof Bound.At at
        ? number(at.value()).map(n -> at.inclusive() ? n : Math.nextDown(n)).orElseThrow()
        : Double.POSITIVE_INFINITY;
  }

  private static boolean isDate(Bound bound) {
    return bound instanceof Bound.Open
        || (bound instanceof Bound.At at && from(at.value(), true).isPresent());
  }

  private static long earliest(Bound bound) {
    return bound instanceof Bound.At at
        ? from(at.value(), at.inclusive()).orElseThrow()
        : Long.MIN_VALUE;
  }

  private static long latest(Bound bound) {
    return bound instanceof Bound.At at
        ? to(at.value(), at.inclusive()).orElseThrow()
        : Long.MAX_VALUE;
  }

  /** The first millisecond at or after a date's beginning, or after its end. */
  private static Optional<Long> from(Value value, boolean inclusive) {
    return date(value)
        .map(d -> DocumentValues.millis(inclusive ? d : end(value, d)))
        .map(m -> inclusive || isDay(value) ? m : m + 1);
  }

  /** The last millisecond at or before a date's end, or before its beginning. */
  private static Optional<Long> to(Value value, boolean inclusive) {
    return date(value)
        .map(d -> DocumentValues.millis(inclusive ? end(value, d) : d))
        .map(m -> inclusive && !isDay(value) ? m : m - 1);
  }

  private static Instant end(Value value, Instant beginning) {
    return isDay(value) ? beginning.plus(1, ChronoUnit.DAYS) : beginning;
  }

  private static boolean isDay(Value value) {
    return value instanceof Value.Text text && text.value().strip().length() == DAY;
  }

  private static Optional<Instant> date(Value value) {
    return value instanceof Value.Text text ? Dates.parse(text.value().strip()) : Optional.empty();
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Text text -> '"' + text.value() + '"';
      case Value.Numeric number -> number.value().toPlainString();
      case Value.Flag flag -> Boolean.toString(flag.value());
    };
  }
}
