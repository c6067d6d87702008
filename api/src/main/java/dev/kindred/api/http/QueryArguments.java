package dev.kindred.api.http;

import dev.kindred.api.http.Problem.Kind;
import dev.kindred.api.route.Parameter;
import dev.kindred.indexer.json.NearestName;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The query string. A parameter without a value is as good as absent. */
public final class QueryArguments implements Arguments {
  private static final Pattern BROKEN_ENCODING = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final Map<String, List<String>> values;

  private QueryArguments(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * @throws RefusedException if a parameter is not among the known ones
   */
  public static QueryArguments of(Context request, List<Parameter> known) {
    QueryArguments arguments = new QueryArguments(decoded(request));
    for (String name : arguments.values.keySet()) {
      if (known.stream().noneMatch(p -> p.name().equals(name))) {
        throw unknown(name, known.stream().map(Parameter::name).toList());
      }
    }
    return arguments;
  }

  private static Map<String, List<String>> decoded(Context request) {
    String query = request.queryString();
    if (query == null) {
      return Map.of();
    }
    if (BROKEN_ENCODING.matcher(query).find()) {
      throw new RefusedException(
          Problem.of(Kind.BAD_REQUEST, "the query string is not valid percent-encoding")
              .hinting("write % as %25"));
    }
    return request.queryParamMap();
  }

  private static RefusedException unknown(String name, List<String> known) {
    String shown = name.length() > 80 ? name.substring(0, 80) + "..." : name;
    return new RefusedException(
        Problem.of(Kind.UNKNOWN_PARAMETER, "unknown parameter \"" + shown + "\"")
            .at(shown)
            .hinting(
                NearestName.of(name, known)
                    .map(n -> "did you mean \"" + n + "\"?")
                    .orElse(
                        known.isEmpty()
                            ? "this call takes none"
                            : "known are " + String.join(", ", known))));
  }

  @Override
  public Optional<String> text(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw wrong(name, "given once", given.size() + " times");
    }
    return given.stream().filter(v -> !v.isBlank()).findFirst();
  }

  @Override
  public List<String> texts(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .flatMap(v -> Arrays.stream(v.split(",", -1)))
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  @Override
  public OptionalInt whole(String name) {
    Optional<String> text = text(name);
    try {
      return text.isPresent()
          ? OptionalInt.of(Integer.parseInt(text.get().strip()))
          : OptionalInt.empty();
    } catch (NumberFormatException e) {
      throw wrong(name, "a whole number", text.orElseThrow());
    }
  }

  @Override
  public OptionalDouble number(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!text.get().matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?")) {
      throw wrong(name, "a number", text.get());
    }
    return OptionalDouble.of(Double.parseDouble(text.get()));
  }

  @Override
  public Optional<Boolean> flag(String name) {
    if (values.containsKey(name) && text(name).isEmpty()) {
      return Optional.of(true);
    }
    return text(name)
        .map(v ->
            switch (v) {
              case "true", "1" -> true;
              case "false", "0" -> false;
              default -> throw wrong(name, "true or false", v);
            });
  }

  private static RefusedException wrong(String name, String rule, String value) {
    String shown = value.length() > 80 ? value.substring(0, 80) + "..." : value;
    return new RefusedException(
        Problem.of(Kind.INVALID_PARAMETER, name + " must be " + rule + ", got " + shown).at(name));
  }
}
