package dev.kindred.api.adapter;

import dev.kindred.indexer.json.EventJson;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.InvalidFieldException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Events and queries of User Behavior Insights 1.3 as Kindred's events. The session is the {@code
 * session_id}, or else the {@code client_id}.
 */
final class UbiEvents {
  private static final Map<String, EventType> ACTIONS =
      Map.ofEntries(
          Map.entry("click", EventType.CLICK),
          Map.entry("click_through", EventType.CLICK),
          Map.entry("item_click", EventType.CLICK),
          Map.entry("product_click", EventType.CLICK),
          Map.entry("view", EventType.VIEW),
          Map.entry("watch", EventType.VIEW),
          Map.entry("product_view", EventType.VIEW),
          Map.entry("add_to_cart", EventType.CART),
          Map.entry("purchase", EventType.PURCHASE),
          Map.entry("buy", EventType.PURCHASE),
          Map.entry("like", EventType.LIKE),
          Map.entry("dislike", EventType.DISLIKE),
          Map.entry("search", EventType.SEARCH),
          Map.entry("on_search", EventType.SEARCH));

  private UbiEvents() {}

  /**
   * @return empty for impressions and other actions that say nothing of one product or query
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  static Optional<Event> event(JsonNode json) {
    String action = text(json, "action_name").orElseThrow(() -> missing("action_name"));
    EventType type = ACTIONS.get(action.toLowerCase(Locale.ROOT));
    Instant time =
        text(json, "timestamp").map(UbiEvents::time).orElseThrow(() -> missing("timestamp"));
    JsonNode attributes = json.path("event_attributes");
    JsonNode object = attributes.path("object");
    Optional<String> product = text(object, "object_id");
    if (type == null || (type != EventType.SEARCH && product.isEmpty())) {
      return Optional.empty();
    }
    Event.Builder event = who(Event.builder("-", type, time), json);
    if (type == EventType.SEARCH) {
      text(json, "message").ifPresent(event::query);
    } else {
      event.product(product.orElseThrow());
    }
    JsonNode ordinal = attributes.path("position").path("ordinal");
    if (ordinal.isIntegralNumber() && ordinal.asInt(0) > 0) {
      event.position(ordinal.asInt(0));
    }
    JsonNode detail = object.path("object_detail");
    int quantity = detail.path("quantity").asInt(1);
    event.quantity(quantity);
    if (type == EventType.PURCHASE && detail.path("price").isNumber()) {
      event.value(detail.path("price").asDouble(0) * quantity);
    }
    return Optional.of(EventJson.withContentId(event.build()));
  }

  /**
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  static Optional<Event> query(JsonNode json) {
    Instant time =
        text(json, "timestamp").map(UbiEvents::time).orElseThrow(() -> missing("timestamp"));
    Event.Builder event = who(Event.builder("-", EventType.SEARCH, time), json);
    event.query(text(json, "user_query").orElseThrow(() -> missing("user_query")));
    return Optional.of(EventJson.withContentId(event.build()));
  }

  private static Event.Builder who(Event.Builder event, JsonNode json) {
    text(json, "user_id").ifPresent(event::user);
    text(json, "session_id").or(() -> text(json, "client_id")).ifPresent(event::session);
    text(json, "query_id").ifPresent(event::queryId);
    return event;
  }

  private static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isString() || value.isIntegralNumber()
        ? Optional.of(value.asString()).filter(t -> !t.isBlank())
        : Optional.empty();
  }

  /** Without an offset it is taken for UTC. */
  private static Instant time(String text) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return time instanceof OffsetDateTime offset
          ? offset.toInstant()
          : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new InvalidFieldException("timestamp", "a time like 2026-01-02T08:26:00Z", text);
    }
  }

  private static InvalidFieldException missing(String field) {
    return new InvalidFieldException(field, "given", "");
  }
}
