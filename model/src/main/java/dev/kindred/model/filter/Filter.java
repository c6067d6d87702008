package dev.kindred.model.filter;

import java.math.BigDecimal;
import java.util.List;

/**
 * A condition on products, as a tree. {@link FilterParser} reads it from text.
 *
 * <p>Field names are the product's JSON names ({@code brand}, {@code price}, {@code in_stock},
 * {@code categories}, {@code created_at}, ...); any other name, with or without {@code attributes.}
 * before it, is an attribute. Text compares without regard to case. A category matches everything
 * below it.
 */
public sealed interface Filter {

  /** All of them hold; at least two. */
  record And(List<Filter> parts) implements Filter {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of them holds; at least two. */
  record Or(List<Filter> parts) implements Filter {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** It does not hold; a product without the field passes. */
  record Not(Filter part) implements Filter {}

  /** The field has one of these values; at least one. Inequality is {@code Not(OneOf)}. */
  record OneOf(String field, List<Value> values) implements Filter {
    public OneOf {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("values must be one or more, got none");
      }
    }
  }

  /** The field's number or date lies between the bounds. */
  record Range(String field, Bound from, Bound to) implements Filter {}

  /** The field has any value. */
  record Exists(String field) implements Filter {}

  /** One end of a range. */
  sealed interface Bound {
    /** No end. */
    record Open() implements Bound {}

    /** This number or date (text), itself inside or not. */
    record At(Value value, boolean inclusive) implements Bound {}
  }

  /** What a field is compared with. */
  sealed interface Value {
    /** Words, or a date in ISO 8601 on date fields. */
    record Text(String value) implements Value {}

    /** A number. */
    record Numeric(BigDecimal value) implements Value {}

    /** True or false. */
    record Flag(boolean value) implements Value {}
  }
}
