package dev.kindred.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The value of a product's attribute, kept exactly as the shop gave it.
 *
 * <p>Attributes need no declaration: each is searched, filtered and counted by the kind of its
 * value. A {@link Many} counts as each of its values; a {@link Group} as attributes named {@code
 * group.name}.
 */
public sealed interface AttributeValue {

  /** Words: {@code "black"}. */
  record Text(String value) implements AttributeValue {
    public Text {
      Checks.text("attributes", value, Product.LONGEST_DESCRIPTION);
    }
  }

  /** A number with all its digits: {@code 40}, {@code 2.550}. */
  record Numeric(BigDecimal value) implements AttributeValue {}

  /** Yes or no: {@code true}. */
  record Flag(boolean value) implements AttributeValue {}

  /** Several values: {@code ["black", "red"]}. */
  record Many(List<AttributeValue> values) implements AttributeValue {
    public Many {
      values = List.copyOf(values);
    }
  }

  /** Named values inside one attribute: {@code {"width": 3, "height": 4}}. */
  record Group(Map<String, AttributeValue> values) implements AttributeValue {
    public Group {
      values = Product.orderedCopy(values);
    }
  }

  /** A {@link Text}. */
  static AttributeValue of(String value) {
    return new Text(value);
  }

  /** A {@link Numeric}. */
  static AttributeValue of(double value) {
    return new Numeric(BigDecimal.valueOf(value));
  }

  /** A {@link Flag}. */
  static AttributeValue of(boolean value) {
    return new Flag(value);
  }
}
