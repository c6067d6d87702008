package dev.kindred.api.route;

import java.util.List;

/**
 * A named value that a call takes: in the query string, or as a field of the same name in a JSON
 * body.
 *
 * @param kind how it is read and written
 * @param meaning one line for the documentation
 * @param choices the values allowed; empty if any
 */
public record Parameter(String name, Kind kind, String meaning, List<String> choices) {

  /** How a value is read, with its JSON Schema type. */
  public enum Kind {
    TEXT("string"),
    /** In the query string separated by commas, in JSON an array. */
    TEXTS("array"),
    WHOLE("integer"),
    NUMBER("number"),
    FLAG("boolean");

    private final String schemaType;

    Kind(String schemaType) {
      this.schemaType = schemaType;
    }

    String schemaType() {
      return schemaType;
    }
  }

  public Parameter {
    choices = List.copyOf(choices);
  }

  public static Parameter text(String name, String meaning) {
    return new Parameter(name, Kind.TEXT, meaning, List.of());
  }

  public static Parameter oneOf(String name, List<String> choices, String meaning) {
    return new Parameter(name, Kind.TEXT, meaning, choices);
  }

  public static Parameter texts(String name, String meaning) {
    return new Parameter(name, Kind.TEXTS, meaning, List.of());
  }

  public static Parameter whole(String name, String meaning) {
    return new Parameter(name, Kind.WHOLE, meaning, List.of());
  }

  public static Parameter number(String name, String meaning) {
    return new Parameter(name, Kind.NUMBER, meaning, List.of());
  }

  public static Parameter flag(String name, String meaning) {
    return new Parameter(name, Kind.FLAG, meaning, List.of());
  }
}
