package dev.kindred.indexer.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Category paths from the forms in which exports have them: lists of levels, {@code A > B}, {@code
 * A|B}. A list of texts under a name in the singular is one path, else it is several categories.
 */
final class Categories {
  private static final int LONGEST_LEVEL = 80;

  private Categories() {}

  static List<String> of(JsonNode node, FieldMapping mapping) {
    Set<String> paths = new LinkedHashSet<>();
    String name = mapping.taken().getOrDefault("categories", "");
    boolean levels = Set.of("category", "producttype").contains(Target.plain(name));
    if (node.isArray()) {
      boolean ofLists = !node.isEmpty() && node.get(0).isArray();
      if (levels && !ofLists) {
        paths.add(path(texts(node)));
      } else {
        for (JsonNode item : node) {
          paths.add(
              item.isArray() ? path(texts(item)) : path(List.of(item.asString().split(" > "))));
        }
      }
    } else if (!node.isObject()) {
      for (String part : node.asString().split("[|;]")) {
        paths.add(path(List.of(part.split("\\s*>\\s*"))));
      }
    }
    paths.remove("");
    return List.copyOf(paths);
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(n -> !n.isContainer())
        .map(JsonNode::asString)
        .collect(Collectors.toList());
  }

  /** Without empty levels, sentences, and a level that repeats the one above. */
  private static String path(List<String> levels) {
    List<String> kept = new ArrayList<>();
    for (String level : levels) {
      String clean = CleanText.line(level);
      boolean sentence =
          clean.length() > LONGEST_LEVEL || (clean.endsWith(".") && clean.indexOf(' ') > 0);
      if (!clean.isEmpty() && !sentence && (kept.isEmpty() || !kept.getLast().equals(clean))) {
        kept.add(clean);
      }
    }
    return String.join(" > ", kept);
  }
}
