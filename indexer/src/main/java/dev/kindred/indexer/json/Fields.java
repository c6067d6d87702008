package dev.kindred.indexer.json;

import dev.kindred.model.InvalidFieldException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object, read by type. A field that is {@code null} is as good as absent.
 *
 * <p>Every method throws {@link InvalidFieldException} when the value has another type.
 */
final class Fields {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private final JsonNode object;

  /**
   * @param record what the object should be, "a product"
   * @param known every field name of the form
   * @param otherwise where a field that is not known belongs; may be empty
   * @throws UnknownFieldException for the first field that is not known
   */
  Fields(JsonNode object, String record, List<String> known, String otherwise) {
    if (!object.isObject()) {
      throw new InvalidFieldException(record, "a JSON object in braces", object);
    }
    this.object = object;
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw unknown(name, known, otherwise);
      }
    }
  }

  private static UnknownFieldException unknown(String name, List<String> known, String otherwise) {
    String advice =
        NearestName.of(name, known)
            .map(n -> ", did you mean \"" + n + "\"?")
            .orElseGet(() -> "; known are " + String.join(", ", known));
    return new UnknownFieldException(
        name.length() > 80 ? name.substring(0, 80) + "..." : name,
        otherwise.isEmpty() ? advice : advice + (advice.endsWith("?") ? " " : "; ") + otherwise);
  }

  private Optional<JsonNode> given(String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  String requiredText(String name) {
    return text(name).orElseThrow(() -> new InvalidFieldException(name, "given", ""));
  }

  Optional<String> text(String name) {
    return given(name)
        .map(v -> {
          if (!v.isString()) {
            throw new InvalidFieldException(name, "a text in quotes", v);
          }
          return v.stringValue();
        });
  }

  /** A text; an empty one counts as absent. */
  Optional<String> filledText(String name) {
    return text(name).filter(t -> !t.isBlank());
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    given(name)
        .ifPresent(list -> {
          if (!list.isArray()) {
            throw new InvalidFieldException(name, "a list of texts", list);
          }
          for (JsonNode item : list) {
            if (!item.isString()) {
              throw new InvalidFieldException(name, "a list of texts", list);
            }
            texts.add(item.stringValue());
          }
        });
    return texts;
  }

  Optional<BigDecimal> decimal(String name, String rule) {
    return given(name).map(v -> AttributeJson.number(name, rule, v));
  }

  OptionalDouble number(String name, String rule) {
    return decimal(name, rule)
        .map(n -> OptionalDouble.of(n.doubleValue()))
        .orElseGet(OptionalDouble::empty);
  }

  OptionalInt whole(String name, String rule) {
    Optional<BigDecimal> number = decimal(name, rule);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(number.get().intValueExact());
    } catch (ArithmeticException e) {
      throw new InvalidFieldException(name, rule, number.get());
    }
  }

  Optional<Boolean> flag(String name) {
    return given(name)
        .map(v -> {
          if (!v.isBoolean()) {
            throw new InvalidFieldException(name, "true or false", v);
          }
          return v.booleanValue();
        });
  }

  Optional<Instant> instant(String name) {
    return text(name).map(t -> instant(name, t));
  }

  Optional<JsonNode> node(String name) {
    return given(name);
  }

  private static Instant instant(String name, String text) {
    String rule = "a date and time that exists, like 2026-01-02T08:26:00Z";
    try {
      Instant time = Instant.parse(text);
      if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
        throw new InvalidFieldException(name, rule, text);
      }
      return time;
    } catch (DateTimeException e) {
      throw new InvalidFieldException(name, rule, text);
    }
  }
}
