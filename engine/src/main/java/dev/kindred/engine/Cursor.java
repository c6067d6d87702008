package dev.kindred.engine;

import dev.kindred.indexer.catalog.ProductNumbers;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/*
 * Why the products and not a place: a place (how many were shown, or the score of the last one)
 * means something else as soon as products, scores or tastes change, and then products come twice
 * or never. What was shown stays shown. A thousand products are about two kilobytes, and the server
 * keeps nothing.
 */
/**
 * The products that somebody has been shown, as a text that fits into an address: the gaps between
 * their numbers in seven-bit groups, the low ones first, compressed by zlib, in Base64.
 */
final class Cursor {
  private static final String VERSION = "s";
  private static final int LONGEST_BYTES = 50_000;

  /** More products than any catalogue has; a set of numbers up to it takes 8 MiB. */
  private static final int HIGHEST_NUMBER = 1 << 26;

  private Cursor() {}

  static String of(ProductNumbers seen) {
    ByteArrayOutputStream gaps = new ByteArrayOutputStream();
    int last = -1;
    for (int number : seen.ascending()) {
      int gap = number - last - 1;
      for (; gap >= 0x80; gap >>>= 7) {
        gaps.write((gap & 0x7f) | 0x80);
      }
      gaps.write(gap);
      last = number;
    }
    return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(deflated(gaps));
  }

  /**
   * @throws IllegalArgumentException if the text was not made by {@link #of}
   */
  static ProductNumbers decoded(String cursor) {
    if (!cursor.startsWith(VERSION)) {
      throw bad(cursor);
    }
    try {
      byte[] packed = Base64.getUrlDecoder().decode(cursor.substring(VERSION.length()));
      return numbers(inflated(packed));
    } catch (IllegalArgumentException | DataFormatException e) {
      throw (IllegalArgumentException) bad(cursor).initCause(e);
    }
  }

  private static ProductNumbers numbers(byte[] gaps) throws DataFormatException {
    int[] numbers = new int[gaps.length];
    int size = 0;
    long last = -1;
    for (int at = 0; at < gaps.length; at++) {
      long gap = 0;
      int shift = 0;
      for (; at < gaps.length && gaps[at] < 0 && shift < 28; at++, shift += 7) {
        gap |= (gaps[at] & 0x7fL) << shift;
      }
      if (at == gaps.length || gaps[at] < 0) {
        throw new DataFormatException("a number is cut off");
      }
      last += 1 + (gap | (long) gaps[at] << shift);
      if (last >= HIGHEST_NUMBER) {
        throw new DataFormatException("no product has the number " + last);
      }
      numbers[size++] = (int) last;
    }
    return ProductNumbers.of(Arrays.copyOf(numbers, size));
  }

  private static byte[] deflated(ByteArrayOutputStream bytes) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(bytes.toByteArray());
      deflater.finish();
      byte[] packed = new byte[bytes.size() + 64];
      return Arrays.copyOf(packed, deflater.deflate(packed));
    }
  }

  private static byte[] inflated(byte[] packed) throws DataFormatException {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(packed);
      byte[] bytes = new byte[LONGEST_BYTES];
      int size = inflater.inflate(bytes);
      if (!inflater.finished() || inflater.getRemaining() > 0) {
        throw new DataFormatException("it is cut off or has more behind it");
      }
      return Arrays.copyOf(bytes, size);
    }
  }

  private static IllegalArgumentException bad(String cursor) {
    String shown = cursor.length() > 40 ? cursor.substring(0, 40) + "..." : cursor;
    return new IllegalArgumentException(
        "cursor must be one that an earlier answer gave, got " + shown);
  }
}
