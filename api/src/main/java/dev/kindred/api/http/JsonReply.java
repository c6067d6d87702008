package dev.kindred.api.http;

import dev.kindred.indexer.json.Json;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Writes JSON answers. The whole answer is made before the first byte leaves. */
public final class JsonReply {
  private static final int USUAL_BYTES = 16 * 1024;

  private JsonReply() {}

  public static void write(Context request, Consumer<JsonGenerator> content) {
    write(request, "application/json", content);
  }

  public static void write(Context request, String contentType, Consumer<JsonGenerator> content) {
    Buffer bytes = new Buffer();
    try (JsonGenerator out = Json.mapper().createGenerator(bytes)) {
      content.accept(out);
    }
    request.contentType(contentType).result(bytes.read());
  }

  /** Hands its bytes on without copying them. */
  private static final class Buffer extends ByteArrayOutputStream {
    Buffer() {
      super(USUAL_BYTES);
    }

    ByteArrayInputStream read() {
      return new ByteArrayInputStream(buf, 0, count);
    }
  }
}
