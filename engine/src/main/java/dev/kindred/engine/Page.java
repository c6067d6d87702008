package dev.kindred.engine;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Which part of an answer is wanted.
 *
 * @param offset hits to skip, 0 to 10,000
 * @param limit hits to return, 0 to 1,000
 */
public record Page(int offset, int limit) {
  private static final int MOST = 1_000;
  private static final int DEEPEST = 10_000;
  private static final String VERSION = "o1:";

  public Page {
    if (limit < 0 || limit > MOST) {
      throw new IllegalArgumentException("limit must be from 0 to " + MOST + ", got " + limit);
    }
    if (offset < 0 || offset > DEEPEST) {
      throw new IllegalArgumentException(
          "at most " + DEEPEST + " hits can be paged through, got offset " + offset);
    }
  }

  /** The first hits. */
  public static Page first(int limit) {
    return new Page(0, limit);
  }

  /**
   * The hits where a cursor points to.
   *
   * @throws IllegalArgumentException if the cursor was not made by {@link #cursor}
   */
  public static Page at(String cursor, int limit) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.startsWith(VERSION)) {
        return new Page(Integer.parseInt(text.substring(VERSION.length())), limit);
      }
    } catch (NumberFormatException e) {
      throw badCursor(cursor, e);
    } catch (IllegalArgumentException e) {
      throw badCursor(cursor, e);
    }
    throw badCursor(cursor, null);
  }

  /** The cursor of the page after this one, or empty after the last. */
  public Optional<String> cursor(long found) {
    long next = (long) offset + limit;
    if (limit == 0 || next >= found || next > DEEPEST) {
      return Optional.empty();
    }
    byte[] text = (VERSION + next).getBytes(StandardCharsets.UTF_8);
    return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(text));
  }

  private static IllegalArgumentException badCursor(
      String cursor, @org.jspecify.annotations.Nullable Throwable cause) {
    return new IllegalArgumentException(
        "cursor must be one that an earlier answer gave, got " + cursor, cause);
  }
}
