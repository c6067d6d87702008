package dev.kindred.indexer.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a stream. A line that is too long is passed over without holding it; one that is not
 * UTF-8 comes with its problem; where the stream breaks off, what was readable counts.
 */
final class LineReader {
  /** Longest line in bytes. */
  static final int LONGEST_LINE = 4 << 20;

  private static final int KEPT_OF_TOO_LONG = 200;

  private final InputStream in;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private byte[] line = new byte[1 << 12];
  private long number;
  private boolean ended;
  private Optional<String> breakage = Optional.empty();

  /**
   * @param number from 1
   * @param text as far as it could be read
   * @param problem why it cannot be used
   */
  record Line(long number, String text, Optional<String> problem) {}

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Why the stream ended before its end, once it did. */
  Optional<String> breakage() {
    return breakage;
  }

  /** The next line without its line break, or empty at the end. */
  Optional<Line> next() {
    int length = 0;
    boolean tooLong = false;
    boolean any = false;
    while (true) {
      if (from == to && !fill()) {
        if (!any) {
          return Optional.empty();
        }
        number++;
        return Optional.of(
            breakage.isPresent()
                ? new Line(number, lossy(length), Optional.of("cut off: " + breakage.get()))
                : line(length, tooLong));
      }
      any = true;
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      int part = end - from;
      tooLong |= (long) length + part > LONGEST_LINE;
      if (!tooLong) {
        if (length + part > line.length) {
          line = Arrays.copyOf(line, Math.max(length + part, line.length * 2));
        }
        System.arraycopy(buffer, from, line, length, part);
        length += part;
      }
      from = end;
      if (end < to) {
        from++;
        number++;
        return Optional.of(line(length, tooLong));
      }
    }
  }

  private boolean fill() {
    if (ended) {
      return false;
    }
    try {
      int n = in.read(buffer, 0, buffer.length);
      from = 0;
      to = Math.max(0, n);
      ended = n < 0;
    } catch (IOException e) {
      breakage = Optional.of("the file is damaged or ends too early (" + e.getMessage() + ")");
      from = to;
      ended = true;
    }
    return !ended;
  }

  private Line line(int length, boolean tooLong) {
    if (tooLong) {
      return new Line(
          number,
          lossy(Math.min(length, KEPT_OF_TOO_LONG)),
          Optional.of("longer than " + (LONGEST_LINE >> 20) + " MB"));
    }
    int trimmed = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    try {
      return new Line(
          number, decoder.decode(ByteBuffer.wrap(line, 0, trimmed)).toString(), Optional.empty());
    } catch (CharacterCodingException e) {
      return new Line(number, lossy(trimmed), Optional.of("not valid UTF-8"));
    }
  }

  private String lossy(int length) {
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }
}
