package dev.kindred.api.http;

import dev.kindred.api.http.Problem.Kind;
import dev.kindred.indexer.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the bodies of requests, each up to a limit.
 *
 * @param mostBytes of a body about one thing
 * @param mostBulkBytes of a body with many
 */
public record RequestBody(int mostBytes, int mostBulkBytes) {
  /** One JSON value. */
  public static final String JSON = "application/json";

  /** One JSON value per line. */
  public static final String LINES = "application/x-ndjson";

  /** A JSON merge patch (RFC 7396). */
  public static final String MERGE_PATCH = "application/merge-patch+json";

  private static final List<String> LINE_TYPES =
      List.of(LINES, "application/ndjson", "application/jsonl", "application/jsonlines");

  /** Whether the body says that it has one JSON value per line. */
  static boolean saysLines(Context request) {
    return LINE_TYPES.contains(mediaType(request));
  }

  /** The one JSON value of a body. */
  public JsonNode json(Context request) {
    requireType(request, List.of(JSON, MERGE_PATCH), JSON);
    return parse(bytes(request, mostBytes));
  }

  /**
   * The one JSON value of a body, whatever type it says it has: browsers' clients say plain text to
   * be spared the question whether they may ask.
   */
  public JsonNode jsonOfAnyType(Context request) {
    return parse(bytes(request, mostBytes));
  }

  /** The raw body of a request that may have many values. */
  byte[] bulk(Context request) {
    List<String> types = new ArrayList<>(LINE_TYPES);
    types.add(JSON);
    requireType(request, types, JSON + " or " + LINES);
    return bytes(request, mostBulkBytes);
  }

  /** The one JSON value in these bytes. */
  static JsonNode parse(byte[] bytes) {
    try {
      JsonNode node = Json.mapper().readTree(bytes);
      return node == null || node.isMissingNode() ? Json.parse("") : node;
    } catch (JacksonException e) {
      throw Json.malformed(e);
    }
  }

  private static void requireType(Context request, List<String> types, String right) {
    String sent = mediaType(request);
    if (!types.contains(sent)) {
      throw new RefusedException(
          Problem.of(
                  Kind.UNSUPPORTED_CONTENT,
                  sent.isEmpty()
                      ? "the request does not say what its body is"
                      : "a body of type " + sent + " is not read here")
              .at("Content-Type")
              .hinting("send the header Content-Type: " + right));
    }
    String encoding = request.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new RefusedException(
          Problem.of(Kind.UNSUPPORTED_CONTENT, "a body encoded as " + encoding + " is not read")
              .at("Content-Encoding")
              .hinting("send it uncompressed"));
    }
  }

  private static String mediaType(Context request) {
    String header = request.contentType();
    if (header == null) {
      return "";
    }
    int parameters = header.indexOf(';');
    String type = parameters < 0 ? header : header.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  private static byte[] bytes(Context request, int most) {
    if (request.req().getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    try {
      byte[] bytes = request.req().getInputStream().readNBytes(most + 1);
      if (bytes.length > most) {
        throw tooLarge(most);
      }
      return bytes;
    } catch (IOException e) {
      throw new RefusedException(
          Problem.of(Kind.BAD_REQUEST, "the body ended before it was whole"));
    }
  }

  private static RefusedException tooLarge(int most) {
    return new RefusedException(
        Problem.of(Kind.TOO_LARGE, "the body must be at most " + most + " bytes")
            .hinting("send it in several requests, or use kindred import"));
  }
}
