package dev.kindred.api.calls;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** A text that stays the same while the server runs, with a tag by which browsers know it again. */
final class Document {
  private final String type;
  private final byte[] bytes;
  private final String tag;

  /**
   * @param type its media type
   */
  Document(String type, String text) {
    this.type = type;
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
    this.tag = "W/\"" + Integer.toHexString(text.hashCode()) + "\"";
  }

  /** Sends the text, or says that the browser has it already. */
  void answer(Context request) {
    request.header("Cache-Control", "no-cache").header("ETag", tag);
    if (tag.equals(request.header("If-None-Match"))) {
      request.status(304);
    } else {
      request.contentType(type).result(bytes);
    }
  }
}
