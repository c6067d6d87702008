package dev.kindred.cli.kill;

import dev.kindred.indexer.json.EventJson;
import dev.kindred.indexer.json.ProductJson;
import dev.kindred.model.Event;
import dev.kindred.model.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one request or one file is to leave behind.
 *
 * @param products by id, empty for one that is deleted
 */
record Write(Map<String, Optional<Product>> products, List<Event> events) {
  static final Write NOTHING = new Write(Map.of(), List.of());

  static Write of(List<Product> products) {
    Map<String, Optional<Product>> byId = new LinkedHashMap<>();
    products.forEach(p -> byId.put(p.id(), Optional.of(p)));
    return new Write(byId, List.of());
  }

  static Write ofEvents(List<Event> events) {
    return new Write(Map.of(), events);
  }

  static Write deletion(String product) {
    return new Write(Map.of(product, Optional.empty()), List.of());
  }

  /** One JSON object per line: the products, then the events. */
  String lines() {
    return products.values().stream()
            .flatMap(Optional::stream)
            .map(p -> ProductJson.write(p) + "\n")
            .collect(Collectors.joining())
        + events.stream().map(e -> EventJson.write(e) + "\n").collect(Collectors.joining());
  }
}
