package dev.kindred.indexer.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates in texts, ISO 8601: {@code 2026-01-02} or {@code 2026-01-02T08:00:00Z}. */
final class Dates {
  private static final Pattern SHAPE =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.]{5,18}(Z|[+-][0-9]{2}:?[0-9]{2})?)?");
  private static final int DAY = 10;

  private Dates() {}

  /** The moment a text names, a day being its beginning in UTC; empty if it is no date. */
  static Optional<Instant> parse(String text) {
    if (text.length() < DAY || text.length() > 40 || !SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      if (text.length() == DAY) {
        return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      String time = text.replace(' ', 'T');
      char last = time.charAt(time.length() - 1);
      boolean zoned = last == 'Z' || time.indexOf('+') > 0 || time.lastIndexOf('-') > DAY;
      return Optional.of(
          zoned
              ? OffsetDateTime.parse(time).toInstant()
              : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
