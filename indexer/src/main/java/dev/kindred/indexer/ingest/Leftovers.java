package dev.kindred.indexer.ingest;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields of products that say nothing about the product: links to others, further pictures. */
final class Leftovers {
  private static final Set<String> LINKS =
      Set.of(
          "related",
          "alsobuy",
          "alsoview",
          "alsobought",
          "alsoviewed",
          "boughttogether",
          "buyafterviewing",
          "similaritem",
          "similar",
          "tech1",
          "tech2");

  private Leftovers() {}

  static boolean isNoAttribute(String name, List<ObjectNode> sample) {
    return LINKS.contains(Target.plain(name)) || onlyPictures(name, sample);
  }

  private static boolean onlyPictures(String name, List<ObjectNode> sample) {
    int pictures = 0;
    for (ObjectNode record : sample) {
      JsonNode value = record.path(name);
      JsonNode first = value.isArray() ? value.path(0) : value;
      if (first.isMissingNode() || first.isNull()) {
        continue;
      }
      if (!first.isString() || !SampleFacts.isPicture(first.stringValue())) {
        return false;
      }
      pictures++;
    }
    return pictures > 0;
  }
}
