package dev.kindred.indexer.json;

import dev.kindred.model.AttributeValue;
import dev.kindred.model.InvalidFieldException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Attributes of any name and kind as JSON values, with their order and all digits. */
public final class AttributeJson {
  private static final int LARGEST_EXPONENT = 400;
  private static final String FINITE = "a number between -1e400 and 1e400";

  private AttributeJson() {}

  /**
   * The attributes of a JSON object, in its order. {@code null} is no value: its attribute is left
   * out, in a list it is skipped.
   *
   * @throws InvalidFieldException naming the attribute, {@code attributes.watt}
   */
  public static Map<String, AttributeValue> readAll(JsonNode object) {
    if (!object.isObject()) {
      throw new InvalidFieldException("attributes", "a JSON object in braces", object);
    }
    return members("attributes", object);
  }

  /**
   * One attribute's value, or empty for {@code null}.
   *
   * @param path the name for messages, {@code attributes.watt}
   */
  public static Optional<AttributeValue> read(String path, JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> Optional.of(new AttributeValue.Text(node.stringValue()));
      case BOOLEAN -> Optional.of(new AttributeValue.Flag(node.booleanValue()));
      case NUMBER -> Optional.of(new AttributeValue.Numeric(number(path, FINITE, node)));
      case ARRAY -> {
        List<AttributeValue> values = new ArrayList<>(node.size());
        for (JsonNode item : node) {
          read(path, item).ifPresent(values::add);
        }
        yield Optional.of(new AttributeValue.Many(values));
      }
      case OBJECT -> Optional.of(new AttributeValue.Group(members(path, node)));
      case NULL, MISSING, BINARY, POJO -> Optional.empty();
    };
  }

  /** Writes an attribute's value alone. */
  public static void write(AttributeValue value, JsonGenerator out) {
    switch (value) {
      case AttributeValue.Text text -> out.writeString(text.value());
      case AttributeValue.Numeric number -> out.writeNumber(number.value());
      case AttributeValue.Flag flag -> out.writeBoolean(flag.value());
      case AttributeValue.Many many -> {
        out.writeStartArray();
        many.values().forEach(v -> write(v, out));
        out.writeEndArray();
      }
      case AttributeValue.Group group -> writeAll(group.values(), out);
    }
  }

  /** Writes attributes as one JSON object. */
  public static void writeAll(Map<String, AttributeValue> attributes, JsonGenerator out) {
    out.writeStartObject();
    attributes.forEach((name, value) -> {
      out.writeName(name);
      write(value, out);
    });
    out.writeEndObject();
  }

  private static Map<String, AttributeValue> members(String path, JsonNode object) {
    Map<String, AttributeValue> members = LinkedHashMap.newLinkedHashMap(object.size());
    object.forEachEntry(
        (name, node) -> read(path + "." + name, node).ifPresent(value -> members.put(name, value)));
    return members;
  }

  /** The number with its digits; NaN and what is too large to compute with break the rule. */
  static BigDecimal number(String path, String rule, JsonNode node) {
    if (!node.isNumber()) {
      throw new InvalidFieldException(path, rule, node);
    }
    if (node.isDouble() || node.isFloat()) {
      throw new InvalidFieldException(path, rule, node.asString());
    }
    BigDecimal number = node.decimalValue();
    if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT
        || Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
      throw new InvalidFieldException(path, rule, node);
    }
    return number;
  }
}
