package dev.kindred.indexer.ingest;

import dev.kindred.indexer.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Looks at the beginning of a file and chooses its reader. */
final class FormatSniffer {
  private static final int LOOKED_AT = 1 << 16;

  private FormatSniffer() {}

  static RecordReader open(Source source) {
    byte[] start = start(source);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), source.stream());
    String text = new String(start, StandardCharsets.UTF_8).stripLeading();
    if (text.isEmpty()) {
      throw new UnusableFileException(source.name() + " is empty");
    }
    if (text.startsWith("[")) {
      return new JsonStreamReader(whole, "JSON array");
    }
    if (text.startsWith("{")) {
      return overSeveralLines(text)
          ? new JsonStreamReader(whole, "JSON objects")
          : new JsonLinesReader(new LineReader(whole));
    }
    return DelimitedReader.open(source.name(), new LineReader(whole));
  }

  /** As much of the beginning as can be read; a break is met again when the rest is read. */
  private static byte[] start(Source source) {
    byte[] start = new byte[LOOKED_AT];
    int length = 0;
    try {
      while (length < start.length) {
        int n = source.stream().read(start, length, start.length - length);
        if (n < 0) {
          break;
        }
        length += n;
      }
    } catch (IOException e) {
      if (length == 0) {
        throw new UnusableFileException(
            source.name() + " cannot be read: it is damaged or ends too early");
      }
    }
    return java.util.Arrays.copyOf(start, length);
  }

  /** Whether the first object goes on after the first line. */
  private static boolean overSeveralLines(String text) {
    int end = text.indexOf('\n');
    if (end < 0) {
      return false;
    }
    String first = text.substring(0, end);
    int depth = 0;
    try (JsonParser parser = Json.mapper().createParser(first)) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        depth += t.isStructStart() ? 1 : t.isStructEnd() ? -1 : 0;
      }
      return depth > 0;
    } catch (JacksonException e) {
      return !text.substring(end).stripLeading().startsWith("{") && first.strip().length() < 3;
    }
  }
}
