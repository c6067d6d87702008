package dev.kindred.cli;

import dev.kindred.indexer.json.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Settings by their dotted name, as text, each with where it was set. */
final class SettingValues {
  private static final String PREFIX = "KINDRED_";
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

  /** Every setting there is. */
  static final List<String> NAMES =
      List.of(
          "refresh",
          "trend_half_life",
          "ranking.lexical",
          "ranking.semantic",
          "ranking.category",
          "ranking.personal",
          "ranking.popularity",
          "ranking.availability",
          "ranking.rating",
          "ranking.freshness",
          "ranking.price",
          "ranking.review_count",
          "embedding.on",
          "embedding.model",
          "embedding.cache",
          "events.view",
          "events.click",
          "events.cart",
          "events.purchase",
          "events.like",
          "events.dislike",
          "events.rating",
          "events.neutral_stars",
          "events.half_life",
          "learner.algorithm",
          "learner.factors",
          "api.host",
          "api.port",
          "api.origins",
          "api.search_key",
          "api.admin_key",
          "api.access_log",
          "api.patience");

  /** Variables that are no settings: the launcher's, and defaults of options. */
  private static final Set<String> NO_SETTINGS =
      Set.of("KINDRED_JAVA_HOME", "KINDRED_JAVA_OPTIONS", "KINDRED_DATA");

  private record Value(String text, String origin) {}

  private final Map<String, Value> values;

  private SettingValues(Map<String, Value> values) {
    this.values = values;
  }

  static SettingValues read(Optional<Path> file, Map<String, String> environment)
      throws IOException {
    Map<String, Value> values = new HashMap<>();
    if (file.isPresent()) {
      readFile(file.get(), values);
    }
    Map<String, String> names = new TreeMap<>();
    NAMES.forEach(n -> names.put(variable(n), n));
    for (Map.Entry<String, String> entry : new TreeMap<>(environment).entrySet()) {
      String variable = entry.getKey();
      if (variable.startsWith(PREFIX) && !NO_SETTINGS.contains(variable)) {
        if (!names.containsKey(variable)) {
          throw unknown(variable, "the environment", names.keySet());
        }
        values.put(names.get(variable), new Value(entry.getValue(), variable));
      }
    }
    return new SettingValues(values);
  }

  private static void readFile(Path file, Map<String, Value> values) throws IOException {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          file
              + " line "
              + e.getLocation().getLineNr()
              + " must be YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse("unreadable"),
          e);
    }
    if (!root.isMissingNode() && !root.isNull()) {
      flatten("", root, file, values);
    }
  }

  private static void flatten(String name, JsonNode node, Path file, Map<String, Value> values) {
    if (node.isObject()) {
      node.forEachEntry(
          (key, child) -> flatten(name.isEmpty() ? key : name + "." + key, child, file, values));
      return;
    }
    if (!NAMES.contains(name)) {
      throw unknown(name, file.toString(), NAMES);
    }
    String text =
        node.isArray()
            ? String.join(",", node.valueStream().map(JsonNode::asString).toList())
            : node.asString("");
    values.put(name, new Value(text, name + " in " + file));
  }

  private static IllegalArgumentException unknown(
      String name, String where, java.util.Collection<String> known) {
    String hint =
        NearestName.of(name, known)
            .map(near -> "; did you mean " + near + "?")
            .orElse("; there are " + String.join(", ", known));
    return new IllegalArgumentException(
        (name.isEmpty() ? "a value without a name" : name)
            + " in "
            + where
            + " is not a setting"
            + hint);
  }

  /** The environment variable of a setting. */
  static String variable(String name) {
    return PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(Value::text);
  }

  /** Values with commas between, or a list. */
  List<String> texts(String name, List<String> usual) {
    return text(name)
        .map(t -> Arrays.stream(t.split(",")).map(String::strip).filter(v -> !v.isEmpty()).toList())
        .orElse(usual);
  }

  double number(String name, double usual) {
    Value value = values.get(name);
    if (value == null) {
      return usual;
    }
    try {
      return Double.parseDouble(value.text());
    } catch (NumberFormatException e) {
      throw wrong(value, "a number", e);
    }
  }

  int whole(String name, int usual) {
    Value value = values.get(name);
    if (value == null) {
      return usual;
    }
    try {
      return Integer.parseInt(value.text());
    } catch (NumberFormatException e) {
      throw wrong(value, "a whole number", e);
    }
  }

  boolean flag(String name, boolean usual) {
    Value value = values.get(name);
    if (value == null) {
      return usual;
    }
    return switch (value.text().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(value, "true or false", null);
    };
  }

  /** A number with its unit: {@code 500ms}, {@code 1s}, {@code 10m}. */
  Duration duration(String name, Duration usual) {
    Value value = values.get(name);
    if (value == null) {
      return usual;
    }
    Matcher matcher = DURATION.matcher(value.text().strip());
    if (!matcher.matches()) {
      throw wrong(value, "a time like 500ms, 1s, 10m, 2h or 1d", null);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static IllegalArgumentException wrong(
      Value value, String rule, @org.jspecify.annotations.Nullable Throwable cause) {
    return new IllegalArgumentException(
        value.origin() + " must be " + rule + ", got " + value.text(), cause);
  }
}
