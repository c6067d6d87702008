package dev.kindred.api.http;

import dev.kindred.api.http.Problem.Kind;
import dev.kindred.api.route.Parameter;
import dev.kindred.indexer.json.NearestName;
import dev.kindred.model.InvalidFieldException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** The fields of a JSON object. A field that is {@code null} is as good as absent. */
public final class JsonArguments implements Arguments {
  private final JsonNode object;

  private JsonArguments(JsonNode object) {
    this.object = object;
  }

  /**
   * @throws RefusedException if it is no object, or a field is not among the known ones
   */
  public static JsonArguments of(JsonNode body, List<Parameter> known) {
    if (!body.isObject()) {
      throw new InvalidFieldException("body", "a JSON object in braces", body);
    }
    List<String> names = known.stream().map(Parameter::name).toList();
    for (String name : body.propertyNames()) {
      if (!names.contains(name)) {
        String shown = name.length() > 80 ? name.substring(0, 80) + "..." : name;
        throw new RefusedException(
            Problem.of(Kind.UNKNOWN_FIELD, "unknown field \"" + shown + "\"")
                .at(shown)
                .hinting(
                    NearestName.of(name, names)
                        .map(n -> "did you mean \"" + n + "\"?")
                        .orElse("known are " + String.join(", ", names))));
      }
    }
    return new JsonArguments(body);
  }

  private Optional<JsonNode> given(String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  @Override
  public Optional<String> text(String name) {
    return given(name).map(v -> text(name, v, "a text in quotes"));
  }

  @Override
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    given(name)
        .ifPresent(list -> {
          String rule = "a list of texts, [\"a\",\"b\"]";
          if (!list.isArray()) {
            throw new InvalidFieldException(name, rule, list);
          }
          list.forEach(item -> texts.add(text(name, item, rule)));
        });
    return texts;
  }

  @Override
  public OptionalInt whole(String name) {
    Optional<JsonNode> value = given(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!value.get().isIntegralNumber() || !value.get().canConvertToInt()) {
      throw new InvalidFieldException(name, "a whole number", value.get());
    }
    return OptionalInt.of(value.get().intValue());
  }

  @Override
  public OptionalDouble number(String name) {
    Optional<JsonNode> value = given(name);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!value.get().isNumber()) {
      throw new InvalidFieldException(name, "a number", value.get());
    }
    return OptionalDouble.of(value.get().asDouble());
  }

  @Override
  public Optional<Boolean> flag(String name) {
    return given(name)
        .map(v -> {
          if (!v.isBoolean()) {
            throw new InvalidFieldException(name, "true or false", v);
          }
          return v.booleanValue();
        });
  }

  private static String text(String name, JsonNode value, String rule) {
    if (!value.isString()) {
      throw new InvalidFieldException(name, rule, value);
    }
    return value.stringValue();
  }
}
