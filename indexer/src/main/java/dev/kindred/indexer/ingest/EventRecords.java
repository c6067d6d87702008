package dev.kindred.indexer.ingest;

import dev.kindred.indexer.json.EventJson;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.InvalidFieldException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes events of a file's records. */
final class EventRecords {
  /** What others call our types, without {@code _ -} and blanks. */
  private static final Map<String, EventType> TYPES =
      Map.ofEntries(
          Map.entry("viewitem", EventType.VIEW),
          Map.entry("detailpageview", EventType.VIEW),
          Map.entry("pageview", EventType.VIEW),
          Map.entry("pv", EventType.VIEW),
          Map.entry("productview", EventType.VIEW),
          Map.entry("itemclick", EventType.CLICK),
          Map.entry("selectitem", EventType.CLICK),
          Map.entry("productclick", EventType.CLICK),
          Map.entry("clickthrough", EventType.CLICK),
          Map.entry("addtocart", EventType.CART),
          Map.entry("basket", EventType.CART),
          Map.entry("purchasecomplete", EventType.PURCHASE),
          Map.entry("transaction", EventType.PURCHASE),
          Map.entry("order", EventType.PURCHASE),
          Map.entry("buy", EventType.PURCHASE),
          Map.entry("conversion", EventType.PURCHASE),
          Map.entry("rate", EventType.RATING),
          Map.entry("favorite", EventType.LIKE),
          Map.entry("fav", EventType.LIKE),
          Map.entry("addtowishlist", EventType.LIKE),
          Map.entry("wishlist", EventType.LIKE),
          Map.entry("onsearch", EventType.SEARCH),
          Map.entry("viewsearchresults", EventType.SEARCH),
          Map.entry("query", EventType.SEARCH));

  private static final String NO_ID = "-";

  private final FieldMapping mapping;
  private final Warnings warnings;

  EventRecords(FieldMapping mapping, Warnings warnings) {
    this.mapping = mapping;
    this.warnings = warnings;
  }

  /**
   * The record's event, or several where it has a list of products.
   *
   * @throws InvalidFieldException naming the field that cannot be used
   */
  List<Event> read(ObjectNode record) {
    Controls.replace(record, warnings);
    if (mapping.exact() && EventJson.FIELDS.containsAll(record.propertyNames())) {
      return List.of(EventJson.read(record));
    }
    Optional<String> list = mapping.listOf("product", record);
    if (list.isEmpty()) {
      return List.of(event(record, ""));
    }
    List<Event> events = new ArrayList<>();
    int n = 0;
    for (JsonNode item : record.get(list.get())) {
      ObjectNode one = record.deepCopy();
      one.putArray(list.get()).add(item);
      events.add(event(one, n == 0 ? "" : "-" + n));
      n++;
    }
    return events;
  }

  private Event event(ObjectNode record, String suffix) {
    Cells cells = new Cells(mapping, record, warnings);
    EventType type =
        mapping.facts().typeWhenAbsent().orElseGet(() -> type(cells.neededWord("type")));
    int quantity = cells.whole("quantity", "a whole number >= 1").orElse(1);
    Optional<String> id = cells.word("event_id").map(i -> i + suffix);
    Event event =
        new Event(
            id.orElse(NO_ID),
            type,
            cells.word("user"),
            cells.word("session"),
            cells.word("product"),
            quantity,
            value(cells, type, quantity),
            time(cells),
            cells.line("query"),
            cells.word("query_id"),
            cells.whole("position", "a whole number >= 1"));
    return id.isPresent() ? event : EventJson.withContentId(event);
  }

  private static EventType type(String name) {
    String plain = Target.plain(name);
    return EventType.labelled(plain)
        .or(() -> Optional.ofNullable(TYPES.get(plain)))
        .orElseThrow(() -> new InvalidFieldException("type", "one of " + EventType.labels(), name));
  }

  private OptionalDouble value(Cells cells, EventType type, int quantity) {
    if (type == EventType.RATING) {
      return cells.stars("value");
    }
    OptionalDouble value = cells.number("value");
    if (value.isEmpty() || !mapping.facts().unitPrice() || type != EventType.PURCHASE) {
      return value;
    }
    BigDecimal paid =
        BigDecimal.valueOf(value.getAsDouble()).multiply(BigDecimal.valueOf(quantity));
    return OptionalDouble.of(paid.setScale(4, RoundingMode.HALF_UP).doubleValue());
  }

  private Instant time(Cells cells) {
    return mapping
        .facts()
        .timeWhenAbsent()
        .orElseGet(() -> Times.parse("time", cells.neededWord("time").toUpperCase(Locale.ROOT)));
  }
}
