package dev.kindred.indexer.json;

import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.InvalidFieldException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * An event's JSON form. What an event does not have is left out when writing.
 *
 * <p>An event without {@code event_id} gets one from its content: sent twice, it counts once.
 */
public final class EventJson {
  /** Every field of the form, in the order of writing. */
  public static final List<String> FIELDS =
      List.of(
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
          "position");

  /** Stands in while the real id is computed from the rest. */
  private static final String NO_ID = "-";

  private EventJson() {}

  /**
   * @throws MalformedJsonException if the text is not JSON
   * @throws UnknownFieldException if a field is not part of the form
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  public static Event read(String text) {
    return read(Json.parse(text));
  }

  /**
   * @throws UnknownFieldException if a field is not part of the form
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  public static Event read(JsonNode json) {
    Fields fields = new Fields(json, "event", FIELDS, "");
    String type = fields.requiredText("type");
    Instant time =
        fields.instant("time").orElseThrow(() -> new InvalidFieldException("time", "given", ""));
    Optional<String> id = fields.text("event_id");
    Event event =
        new Event(
            id.orElse(NO_ID),
            EventType.labelled(type)
                .orElseThrow(
                    () -> new InvalidFieldException("type", "one of " + EventType.labels(), type)),
            fields.text("user"),
            fields.text("session"),
            fields.text("product"),
            fields.whole("quantity", "a whole number >= 1").orElse(1),
            fields.number("value", "a finite number"),
            time,
            fields.text("query"),
            fields.text("query_id"),
            fields.whole("position", "a whole number >= 1"));
    return id.isPresent() ? event : withContentId(event);
  }

  /** The same event with the id that its content gives. */
  public static Event withContentId(Event event) {
    String content = Json.text(out -> write(event, false, out));
    return new Event(
        ContentId.of(content),
        event.type(),
        event.user(),
        event.session(),
        event.product(),
        event.quantity(),
        event.value(),
        event.time(),
        event.query(),
        event.queryId(),
        event.position());
  }

  /** The form as compact text. */
  public static String write(Event event) {
    return Json.text(out -> write(event, out));
  }

  /** Writes the form as one JSON object. */
  public static void write(Event event, JsonGenerator out) {
    write(event, true, out);
  }

  private static void write(Event event, boolean withId, JsonGenerator out) {
    out.writeStartObject();
    if (withId) {
      out.writeStringProperty("event_id", event.id());
    }
    out.writeStringProperty("type", event.type().label());
    writeText(out, "user", event.user());
    writeText(out, "session", event.session());
    writeText(out, "product", event.product());
    if (event.quantity() != 1) {
      out.writeNumberProperty("quantity", event.quantity());
    }
    event.value().ifPresent(v -> Json.writeNumber(out, "value", v));
    out.writeStringProperty("time", event.time().toString());
    writeText(out, "query", event.query());
    writeText(out, "query_id", event.queryId());
    event.position().ifPresent(p -> out.writeNumberProperty("position", p));
    out.writeEndObject();
  }

  private static void writeText(JsonGenerator out, String name, Optional<String> text) {
    text.ifPresent(t -> out.writeStringProperty(name, t));
  }
}
