package dev.kindred.api.route;

import dev.kindred.indexer.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** The forms that routes name, as JSON Schemas; they are written in {@code schemas.json}. */
public final class Schemas {
  private Schemas() {}

  /** All schemas by name. */
  public static ObjectNode all() {
    try (InputStream file =
        Objects.requireNonNull(Schemas.class.getResourceAsStream("schemas.json"), "schemas.json")) {
      return (ObjectNode) Json.mapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
