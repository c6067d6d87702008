package dev.kindred.indexer.ingest;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether the values under a name can be what the name promises. */
final class Plausible {
  private static final Set<String> SCALAR =
      Set.of(
          "id",
          "title",
          "price",
          "currency",
          "url",
          "variant_of",
          "rating",
          "review_count",
          "created_at",
          "event_id",
          "type",
          "user",
          "session",
          "product",
          "quantity",
          "value",
          "time",
          "query",
          "query_id",
          "position",
          "review_id",
          "stars",
          "brand");
  private static final Set<String> NUMBER =
      Set.of("quantity", "value", "position", "rating", "review_count", "stars");

  private Plausible() {}

  /** Whether there are values and most of them are of the right sort. */
  static boolean is(String field, FieldPath path, List<ObjectNode> sample) {
    return check(field, path, sample, false);
  }

  /** Whether there are no values at all that could speak against the name. */
  static boolean isOpen(String field, FieldPath path, List<ObjectNode> sample) {
    return check(field, path, sample, true);
  }

  private static boolean check(
      String field, FieldPath path, List<ObjectNode> sample, boolean without) {
    int given = 0;
    int wrong = 0;
    for (ObjectNode record : sample) {
      JsonNode value = path.in(record).orElse(null);
      if (value == null || (value.isString() && value.stringValue().isBlank())) {
        continue;
      }
      given++;
      boolean right =
          switch (field) {
            case "attributes" -> value.isObject();
            default ->
                !(SCALAR.contains(field) && value.isContainer())
                    && !(NUMBER.contains(field) && !numeric(value));
          };
      wrong += right ? 0 : 1;
    }
    return without ? given == 0 : given > 0 && wrong * 2 <= given;
  }

  private static boolean numeric(JsonNode value) {
    return value.isNumber()
        || (value.isString()
            && value.stringValue().matches("\\s*[$€£]?-?[0-9][0-9.,]*([eE][-+]?[0-9]+)?\\s*"));
  }
}
