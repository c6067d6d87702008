package dev.kindred.indexer.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a value stands in a record: {@code price}, or {@code offers.price} inside an object.
 *
 * @param text as the file writes it
 * @param names one, or the way through the objects
 */
record FieldPath(String text, List<String> names) {
  FieldPath {
    names = List.copyOf(names);
  }

  static FieldPath of(List<String> names) {
    return new FieldPath(String.join(".", names), names);
  }

  /** The field of the record in which the value stands. */
  String root() {
    return names.getFirst();
  }

  boolean nested() {
    return names.size() > 1;
  }

  /** The value; in a list of objects, that of its first. Empty if absent or null. */
  Optional<JsonNode> in(JsonNode record) {
    JsonNode node = record;
    for (String name : names) {
      if (node.isArray()) {
        node = node.path(0);
      }
      node = node.path(name);
    }
    return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  /** All paths in a record, objects opened three deep; an object's own path comes before. */
  static List<FieldPath> all(ObjectNode record) {
    List<FieldPath> paths = new ArrayList<>();
    collect(record, List.of(), paths);
    return paths;
  }

  private static void collect(JsonNode node, List<String> above, List<FieldPath> paths) {
    node.forEachEntry((name, value) -> {
      List<String> names = new ArrayList<>(above);
      names.add(name);
      paths.add(of(names));
      JsonNode inside = value.isArray() ? value.path(0) : value;
      if (inside.isObject() && names.size() < 4) {
        collect(inside, names, paths);
      }
    });
  }
}
