package dev.kindred.api.adapter;

import dev.kindred.indexer.json.EventJson;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.InvalidFieldException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Insights events as Kindred's, one for each product.
 *
 * <p>A conversion is a purchase where its subtype says so, else something put into the basket. A
 * view of a list that InstantSearch reports by itself ({@code Hits Viewed}, or of several objects)
 * says nothing of one product and is not kept, and neither is what was done to facets.
 */
final class AlgoliaEvents {
  private static final int MOST_EVENTS = 1_000;
  private static final int MOST_OBJECTS = 100;
  private static final String LIST_VIEW = "Hits Viewed";

  private AlgoliaEvents() {}

  /**
   * @param now stands in where an event has no time
   */
  static List<Event> read(JsonNode body, Instant now) {
    JsonNode list = body.path("events");
    if (!list.isArray() || list.size() > MOST_EVENTS) {
      throw AlgoliaParams.wrong("events", "a list of at most " + MOST_EVENTS + " events");
    }
    List<Event> events = new ArrayList<>();
    for (JsonNode event : list) {
      JsonNode objects = event.path("objectIDs");
      if (objects.size() > MOST_OBJECTS) {
        throw AlgoliaParams.wrong("objectIDs", "at most " + MOST_OBJECTS);
      }
      Optional<EventType> type = type(event);
      if (type.isEmpty()) {
        continue;
      }
      for (int i = 0; i < objects.size(); i++) {
        events.add(EventJson.withContentId(event(event, type.get(), i, now)));
      }
    }
    return events;
  }

  private static Optional<EventType> type(JsonNode event) {
    String type = event.path("eventType").asString("");
    return switch (type) {
      case "click" -> Optional.of(EventType.CLICK);
      case "conversion" ->
          Optional.of(
              event.path("eventSubtype").asString("").equals("purchase")
                  ? EventType.PURCHASE
                  : EventType.CART);
      case "view" -> {
        boolean list =
            event.path("objectIDs").size() != 1
                || event.path("eventName").asString("").equals(LIST_VIEW);
        yield list ? Optional.empty() : Optional.of(EventType.VIEW);
      }
      case "instantsearch" -> Optional.empty(); // which widgets a page has
      default ->
          throw new InvalidFieldException("eventType", "one of click, conversion, view", type);
    };
  }

  private static Event event(JsonNode json, EventType type, int object, Instant now) {
    JsonNode sent = json.path("timestamp");
    Instant time = sent.isNumber() ? Instant.ofEpochMilli(sent.asLong(0)) : now;
    Event.Builder event =
        Event.builder("-", type, time).product(json.path("objectIDs").path(object).asString(""));
    JsonNode data = json.path("objectData").path(object);
    String user = json.path("authenticatedUserToken").asString("");
    String token = json.path("userToken").asString("");
    boolean anonymous = token.startsWith("anonymous") || !user.isEmpty();
    if (!user.isEmpty() || (!token.isEmpty() && !anonymous)) {
      event.user(user.isEmpty() ? token : user);
    }
    if (!token.isEmpty() && anonymous) {
      event.session(token);
    }
    String queryId = data.path("queryID").asString(json.path("queryID").asString(""));
    if (!queryId.isEmpty()) {
      event.queryId(queryId);
    }
    JsonNode position = json.path("positions").path(object);
    if (position.isIntegralNumber()) {
      event.position(position.asInt(0));
    }
    int quantity = data.path("quantity").asInt(1);
    event.quantity(quantity);
    if (data.path("price").isNumber() || data.path("price").isString()) {
      double price = data.path("price").asDouble(0);
      double off = data.path("discount").asDouble(0);
      event.value((price - off) * quantity);
    }
    return event.build();
  }
}
