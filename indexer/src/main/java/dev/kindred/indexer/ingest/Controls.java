package dev.kindred.indexer.ingest;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Takes control characters out of a record's texts and says in which fields there were any. */
final class Controls {
  private Controls() {}

  static void replace(ObjectNode record, Warnings warnings) {
    for (Map.Entry<String, JsonNode> field : List.copyOf(record.properties())) {
      if (dirty(field.getValue())) {
        record.set(field.getKey(), clean(field.getValue()));
        warnings.add(field.getKey() + ": control characters replaced by blanks");
      }
    }
  }

  private static boolean dirty(JsonNode node) {
    if (node.isString()) {
      return CleanText.hasControls(node.stringValue());
    }
    for (JsonNode child : node) {
      if (dirty(child)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode clean(JsonNode node) {
    return switch (node) {
      case StringNode text -> StringNode.valueOf(CleanText.withoutControls(text.stringValue()));
      case ArrayNode list -> {
        for (int i = 0; i < list.size(); i++) {
          list.set(i, clean(list.get(i)));
        }
        yield list;
      }
      case ObjectNode object -> {
        for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
          object.set(member.getKey(), clean(member.getValue()));
        }
        yield object;
      }
      default -> node;
    };
  }
}
