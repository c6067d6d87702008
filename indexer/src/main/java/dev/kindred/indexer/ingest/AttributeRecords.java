package dev.kindred.indexer.ingest;

import dev.kindred.indexer.json.AttributeJson;
import dev.kindred.model.AttributeValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes attributes of the fields that are nothing else. */
final class AttributeRecords {
  /** Names that tell their type: {@code attr_n_weight} is the number "weight". */
  private static final Pattern TYPED = Pattern.compile("attr_[tnb]_(.+)");

  private final FieldMapping mapping;
  private final Map<String, Boolean> isAttribute = new HashMap<>();

  AttributeRecords(FieldMapping mapping) {
    this.mapping = mapping;
  }

  void readInto(Map<String, AttributeValue> attributes, ObjectNode record) {
    record.forEachEntry((field, node) -> {
      if (isAttribute(field)) {
        value(field, node).ifPresent(v -> attributes.merge(name(field), v, AttributeRecords::both));
      }
    });
  }

  private boolean isAttribute(String field) {
    if (isAttribute.size() > 100_000) {
      return mapping.isAttribute(field);
    }
    return isAttribute.computeIfAbsent(field, mapping::isAttribute);
  }

  private static String name(String field) {
    Matcher typed = TYPED.matcher(field);
    return typed.matches() ? typed.group(1) : field;
  }

  /** Two fields that have one name here: both values. */
  private static AttributeValue both(AttributeValue a, AttributeValue b) {
    List<AttributeValue> values = new ArrayList<>();
    for (AttributeValue v : List.of(a, b)) {
      if (v instanceof AttributeValue.Many many) {
        values.addAll(many.values());
      } else {
        values.add(v);
      }
    }
    return new AttributeValue.Many(values);
  }

  private Optional<AttributeValue> value(String field, JsonNode node) {
    if (node.isString()
        && mapping.facts().numbers().contains(field)
        && node.stringValue().strip().matches("-?[0-9]+([.][0-9]+)?")) {
      return Optional.of(new AttributeValue.Numeric(new BigDecimal(node.stringValue().strip())));
    }
    if (node.isString()
        && mapping.facts().flags().contains(field)
        && node.stringValue().strip().matches("(?i)true|false")) {
      return Optional.of(AttributeValue.of(Boolean.parseBoolean(node.stringValue().strip())));
    }
    Optional<AttributeValue> value = AttributeJson.read("attributes." + field, node);
    return mapping.exact() ? value : value.flatMap(AttributeRecords::clean);
  }

  /** Without markup; what is empty is nothing. */
  private static Optional<AttributeValue> clean(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Text text ->
          Optional.of(CleanText.of(text.value()))
              .filter(t -> !t.isEmpty())
              .map(AttributeValue.Text::new);
      case AttributeValue.Many many -> {
        List<AttributeValue> values =
            many.values().stream().flatMap(v -> clean(v).stream()).toList();
        yield values.isEmpty() ? Optional.empty() : Optional.of(new AttributeValue.Many(values));
      }
      case AttributeValue.Group group -> {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        group
            .values()
            .forEach((name, v) ->
                clean(v).ifPresent(c -> values.put(name.strip().replaceAll("\\s*:$", ""), c)));
        yield values.isEmpty() ? Optional.empty() : Optional.of(new AttributeValue.Group(values));
      }
      case AttributeValue.Numeric n -> Optional.of(n);
      case AttributeValue.Flag f -> Optional.of(f);
    };
  }
}
