package dev.kindred.api.http;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/**
 * What is wrong with a request, for whoever sent it (RFC 9457).
 *
 * @param kind what sort of problem it is
 * @param detail this one in words
 * @param field or parameter that is wrong
 * @param line of the body, from 1
 * @param column in that line, from 1
 * @param position in a filter, from 1
 * @param hint what would be right
 */
public record Problem(
    Kind kind,
    String detail,
    Optional<String> field,
    OptionalInt line,
    OptionalInt column,
    OptionalInt position,
    Optional<String> hint) {

  /** The sorts of problems, each with its status and a title that never changes. */
  public enum Kind {
    MALFORMED_JSON(400, "The body is not valid JSON"),
    INVALID_FIELD(400, "A field has a value it cannot have"),
    UNKNOWN_FIELD(400, "A field that is not known"),
    INVALID_PARAMETER(400, "A parameter has a value it cannot have"),
    UNKNOWN_PARAMETER(400, "A parameter that is not known"),
    FILTER_SYNTAX(400, "The filter cannot be read"),
    BAD_REQUEST(400, "The request cannot be read"),
    KEY_NEEDED(401, "A key is needed"),
    NOT_ALLOWED(403, "Not allowed"),
    NOT_FOUND(404, "Nothing there"),
    UNKNOWN_PRODUCT(404, "No such product"),
    METHOD_NOT_ALLOWED(405, "The method does not fit"),
    CONFLICT(409, "Not now"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_CONTENT(415, "The body's type is not read here"),
    INTERNAL(500, "Something went wrong inside"),
    UNAVAILABLE(503, "Not available for the moment"),
    STORAGE_FAILED(507, "The change could not be stored");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** The title for all problems of the kind. */
    public String title() {
      return title;
    }

    /** Where the documentation tells more; the RFC's type. */
    public String type() {
      return "/docs#" + label();
    }

    /** {@code filter-syntax}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A problem that is known by its kind and words alone. */
  public static Problem of(Kind kind, String detail) {
    return new Problem(
        kind,
        detail,
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  /** A problem in the words of an exception that was made to be read by the sender. */
  public static Problem of(Kind kind, Throwable e) {
    return of(kind, String.valueOf(e.getMessage()));
  }

  public Problem at(String wrongField) {
    return new Problem(kind, detail, Optional.of(wrongField), line, column, position, hint);
  }

  public Problem inLine(int number) {
    return new Problem(kind, detail, field, OptionalInt.of(number), column, position, hint);
  }

  public Problem inColumn(int number) {
    return new Problem(kind, detail, field, line, OptionalInt.of(number), position, hint);
  }

  public Problem atPosition(int number) {
    return new Problem(kind, detail, field, line, column, OptionalInt.of(number), hint);
  }

  public Problem hinting(String right) {
    return new Problem(kind, detail, field, line, column, position, Optional.of(right));
  }

  public Problem hinting(Optional<String> right) {
    return right.map(this::hinting).orElse(this);
  }

  /** Without a line, for a place that says it otherwise. */
  public Problem withoutLine() {
    return new Problem(kind, detail, field, OptionalInt.empty(), column, position, hint);
  }

  /** Writes the fields without the braces, so that others may stand beside them. */
  public void writeFields(JsonGenerator out) {
    out.writeStringProperty("type", kind.type());
    out.writeStringProperty("title", kind.title());
    out.writeNumberProperty("status", kind.status());
    out.writeStringProperty("detail", detail);
    field.ifPresent(f -> out.writeStringProperty("field", f));
    line.ifPresent(n -> out.writeNumberProperty("line", n));
    column.ifPresent(n -> out.writeNumberProperty("column", n));
    position.ifPresent(n -> out.writeNumberProperty("position", n));
    hint.ifPresent(h -> out.writeStringProperty("hint", h));
  }
}
