package dev.kindred.indexer.ingest;

import dev.kindred.model.InvalidFieldException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The values of one record by our field names, read leniently: numbers may be texts and so on. */
final class Cells {
  private static final Set<String> NOTHING = Set.of("nan", "null", "none", "n/a", "\\n");

  private final FieldMapping mapping;
  private final ObjectNode record;
  private final Warnings warnings;

  Cells(FieldMapping mapping, ObjectNode record, Warnings warnings) {
    this.mapping = mapping;
    this.record = record;
    this.warnings = warnings;
  }

  Optional<JsonNode> node(String field) {
    return mapping.value(field, record);
  }

  /** A text or number as text, of a list its first; empty when blank or a word for nothing. */
  Optional<String> word(String field) {
    return node(field)
        .map(n -> n.isArray() ? n.path(0) : n)
        .filter(n -> !n.isContainer())
        .map(n -> n.asString().strip())
        .filter(t -> !t.isEmpty() && !NOTHING.contains(t.toLowerCase(Locale.ROOT)));
  }

  String neededWord(String field) {
    return word(field).orElseThrow(() -> new InvalidFieldException(field, "given", ""));
  }

  /** A text on one line. */
  Optional<String> line(String field) {
    return word(field).map(t -> mapping.exact() ? t : CleanText.line(t)).filter(t -> !t.isEmpty());
  }

  /** A text with its paragraphs; those of a list are joined. */
  String paragraphs(String field) {
    StringBuilder text = new StringBuilder();
    node(field)
        .ifPresent(n -> {
          for (JsonNode part : n.isArray() ? n.values() : List.of(n)) {
            String t = part.isContainer() ? "" : part.asString();
            String clean = mapping.exact() ? t : CleanText.of(t);
            if (!clean.isBlank()) {
              text.append(text.isEmpty() ? "" : "\n").append(clean);
            }
          }
        });
    return text.toString();
  }

  Optional<Money> money(String field) {
    Optional<JsonNode> node = node(field);
    if (node.isPresent() && node.get().isNumber()) {
      return Optional.of(new Money(finite(field, node.get()), Optional.empty()));
    }
    Optional<String> text = word(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (Money.isPlain(text.get())) {
      return Optional.of(Money.parse(field, text.get()));
    }
    if (text.get().matches("(?s).*[{<\\n].*")) {
      warnings.add(field + ": page code instead of a value, left out");
      return Optional.empty();
    }
    String[] range = text.get().split(" ?[-–] ?(?=[$€£¥]?[0-9])");
    if (range.length == 2 && !range[0].isBlank()) {
      warnings.add(field + ": a range, its lower end taken");
      return Optional.of(Money.parse(field, range[0]));
    }
    return Optional.of(Money.parse(field, text.get()));
  }

  BigDecimal divided(String field, BigDecimal value) {
    int divisor = mapping.divisor(field);
    return divisor == 1 ? value : value.divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL64);
  }

  OptionalDouble number(String field) {
    return money(field)
        .map(m -> OptionalDouble.of(divided(field, m.amount()).doubleValue()))
        .orElseGet(OptionalDouble::empty);
  }

  OptionalInt whole(String field, String rule) {
    OptionalDouble number = number(field);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    double n = number.getAsDouble();
    if (n != Math.rint(n) || Math.abs(n) > Integer.MAX_VALUE) {
      throw new InvalidFieldException(field, rule, word(field).orElse(""));
    }
    return OptionalInt.of((int) n);
  }

  /** Stars from 0 to 5, from whatever scale the file has. */
  OptionalDouble stars(String field) {
    OptionalDouble number = number(field);
    int scale = mapping.facts().starScale();
    return number.isEmpty() || scale == 1
        ? number
        : OptionalDouble.of(number.getAsDouble() / scale);
  }

  private static BigDecimal finite(String field, JsonNode number) {
    if (number.isDouble() || number.isFloat()) {
      throw new InvalidFieldException(field, "a finite number", number.asString());
    }
    return number.decimalValue();
  }
}
