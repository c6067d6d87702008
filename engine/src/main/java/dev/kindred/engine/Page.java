package dev.kindred.engine;

import dev.kindred.indexer.catalog.ProductNumbers;
import java.util.Optional;

/**
 * Which part of an answer is wanted: the best hits that were not shown before.
 *
 * @param seen products on the pages before
 * @param limit hits to return, 0 to 1,000
 */
public record Page(ProductNumbers seen, int limit) {
  private static final int MOST = 1_000;
  private static final int DEEPEST = 10_000;

  public Page {
    if (limit < 0 || limit > MOST) {
      throw new IllegalArgumentException("limit must be from 0 to " + MOST + ", got " + limit);
    }
    if (seen.size() > DEEPEST) {
      throw new IllegalArgumentException(
          "at most " + DEEPEST + " hits can be paged through, got " + seen.size());
    }
  }

  /** The first hits. */
  public static Page first(int limit) {
    return new Page(ProductNumbers.NONE, limit);
  }

  /**
   * The hits where a cursor points to.
   *
   * @throws IllegalArgumentException if the cursor was not made by {@link #cursor}
   */
  public static Page at(String cursor, int limit) {
    return new Page(Cursor.decoded(cursor), limit);
  }

  /** How many of the best must be known to fill the page and to say whether there is another. */
  int depth() {
    return Math.min(DEEPEST, seen.size() + limit + 1);
  }

  /** The cursor of the page after one with these products; empty where it would lead too deep. */
  Optional<String> cursor(int... shown) {
    return shown.length > 0 && seen.size() + shown.length < DEEPEST
        ? Optional.of(Cursor.of(seen.with(shown)))
        : Optional.empty();
  }
}
