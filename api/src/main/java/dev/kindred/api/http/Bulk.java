package dev.kindred.api.http;

import dev.kindred.api.http.Problem.Kind;
import dev.kindred.indexer.json.MalformedJsonException;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The records that a request carries: one object, an array, or one object per line.
 *
 * @param entries in the body's order; a bad one does not stop the others
 */
public record Bulk<T>(Form form, List<Entry<T>> entries) {

  /** How the records stand in the body. */
  public enum Form {
    ONE,
    ARRAY,
    LINES
  }

  /**
   * One record: a value, or what is wrong with it.
   *
   * @param place line from 1, or index in the array from 0
   */
  public record Entry<T>(int place, Optional<T> value, Optional<Problem> problem) {}

  public Bulk {
    entries = List.copyOf(entries);
  }

  /**
   * Reads the body.
   *
   * @param record makes a value from its JSON form, or throws what is wrong
   * @throws RefusedException if the body as a whole, or its only record, is wrong
   */
  public static <T> Bulk<T> read(Context request, RequestBody body, Function<JsonNode, T> record) {
    byte[] bytes = body.bulk(request);
    if (RequestBody.saysLines(request) || looksLikeLines(bytes)) {
      return lines(bytes, record);
    }
    JsonNode json = RequestBody.parse(bytes);
    if (!json.isArray()) {
      return new Bulk<>(Form.ONE, List.of(new Entry<>(0, Optional.of(record.apply(json)), none())));
    }
    List<Entry<T>> entries = new ArrayList<>(json.size());
    for (JsonNode item : json) {
      entries.add(entry(entries.size(), () -> item, record));
    }
    return new Bulk<>(Form.ARRAY, entries);
  }

  private static <T> Bulk<T> lines(byte[] bytes, Function<JsonNode, T> record) {
    List<Entry<T>> entries = new ArrayList<>();
    int line = 0;
    int start = 0;
    while (start < bytes.length) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      line++;
      byte[] text = Arrays.copyOfRange(bytes, start, end);
      if (!isBlank(text)) {
        int place = line;
        entries.add(entry(line, () -> parse(text, place), record));
      }
      start = end + 1;
    }
    return new Bulk<>(Form.LINES, entries);
  }

  /** A line alone knows only its first line; the complaint is to name its place in the body. */
  private static JsonNode parse(byte[] text, int line) {
    try {
      return RequestBody.parse(text);
    } catch (MalformedJsonException e) {
      String detail = String.valueOf(e.getMessage());
      throw new RefusedException(
          Problem.of(Kind.MALFORMED_JSON, detail.replaceFirst("line 1", "line " + line))
              .inColumn(e.column()));
    }
  }

  private interface Source {
    JsonNode json();
  }

  private static <T> Entry<T> entry(int place, Source source, Function<JsonNode, T> record) {
    try {
      return new Entry<>(place, Optional.of(record.apply(source.json())), none());
    } catch (IllegalArgumentException | RefusedException e) {
      Problem problem = Problems.known(e).orElseGet(() -> Problem.of(Kind.INVALID_FIELD, e));
      return new Entry<>(place, Optional.empty(), Optional.of(problem));
    }
  }

  /** Whether the first line is an object of its own and more follows. */
  private static boolean looksLikeLines(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    byte[] rest = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
    if (bytes.length == 0 || bytes[0] != '{' || isBlank(rest)) {
      return false;
    }
    try {
      return RequestBody.parse(Arrays.copyOf(bytes, end)).isObject();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isBlank(byte[] text) {
    for (byte b : text) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return true;
  }

  private static <P> Optional<P> none() {
    return Optional.empty();
  }
}
