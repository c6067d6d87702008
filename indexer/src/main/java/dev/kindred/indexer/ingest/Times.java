package dev.kindred.indexer.ingest;

import dev.kindred.model.InvalidFieldException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as exports write them: ISO 8601, {@code 2010-12-01 08:26:00}, {@code 06 17, 2018},
 * {@code June 17, 2018}, {@code 12/31/2010 8:26}, and seconds, milliseconds or microseconds since
 * 1970. Without a zone it is UTC.
 */
final class Times {
  private static final String RULE =
      "a date and time that exists, like 2026-01-02T08:26:00Z or 1767342360 (seconds since 1970)";
  private static final BigDecimal MILLIS_FROM = new BigDecimal("1e11");
  private static final BigDecimal MICROS_FROM = new BigDecimal("1e14");
  private static final BigDecimal NANOS_FROM = new BigDecimal("1e17");
  private static final BigDecimal NANOS_TO = new BigDecimal("1e19");

  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          format("uuuu-MM-dd['T'][ ][HH:mm[:ss]]"),
          format("M d, uuuu"),
          format("MMMM d, uuuu"),
          format("MMM d, uuuu"),
          format("d MMM uuuu"),
          format("uuuuMMdd"),
          format("M/d/uuuu[ H:mm[:ss]]"),
          format("d/M/uuuu[ H:mm[:ss]]"),
          format("d.M.uuuu[ H:mm[:ss]]"));

  private Times() {}

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * @throws InvalidFieldException naming the field
   */
  static Instant parse(String field, String text) {
    String t = text.strip();
    Instant usual = usual(t);
    if (usual != null) {
      return usual;
    }
    if (t.length() > 40) {
      throw new InvalidFieldException(field, RULE, text);
    }
    if (t.matches(
        "[0-9]{9,19}([.][0-9]*)?([eE][+]?[0-9]+)?|[0-9]{1,8}[.][0-9]+|[0-9.]+[eE][+]?[0-9]+")) {
      return sinceEpoch(field, new BigDecimal(t));
    }
    try {
      return OffsetDateTime.parse(t.replace(' ', 'T')).toInstant();
    } catch (DateTimeException e) {
      return local(field, t);
    }
  }

  /** {@code 2010-12-01 08:26:00} and whole seconds since 1970 without detours; null otherwise. */
  private static @Nullable Instant usual(String t) {
    int length = t.length();
    boolean dated = length == 19 || (length == 20 && t.charAt(19) == 'Z');
    if (dated && "dddd-dd-dd dd:dd:dd".equals(shape(t))) {
      int year = digits(t, 0, 4);
      try {
        return LocalDateTime.of(
                year,
                digits(t, 5, 7),
                digits(t, 8, 10),
                digits(t, 11, 13),
                digits(t, 14, 16),
                digits(t, 17, 19))
            .toInstant(ZoneOffset.UTC);
      } catch (DateTimeException e) {
        return null;
      }
    }
    return (length == 9 || length == 10) && shape(t).chars().allMatch(c -> c == 'd')
        ? Instant.ofEpochSecond(Long.parseLong(t))
        : null;
  }

  /** The first 19 characters with a d for each digit and a blank for the T. */
  private static String shape(String t) {
    StringBuilder shape = new StringBuilder(19);
    for (int i = 0; i < Math.min(19, t.length()); i++) {
      char c = t.charAt(i);
      shape.append(c >= '0' && c <= '9' ? 'd' : c == 'T' ? ' ' : c);
    }
    return shape.toString();
  }

  private static int digits(String t, int from, int to) {
    return Integer.parseInt(t, from, to, 10);
  }

  private static Instant local(String field, String t) {
    String whole = t.replaceAll("[.][0-9]+$", "").replaceAll(" ?(UTC|GMT|Z)$", "");
    for (DateTimeFormatter format : FORMATS) {
      try {
        TemporalAccessor parsed = format.parse(whole);
        return parsed.isSupported(ChronoField.HOUR_OF_DAY)
            ? LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC)
            : LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
      } catch (DateTimeException e) {
        continue;
      }
    }
    if (t.matches("[0-9]{1,8}")) {
      return sinceEpoch(field, new BigDecimal(t));
    }
    throw new InvalidFieldException(field, RULE, t);
  }

  private static Instant sinceEpoch(String field, BigDecimal number) {
    if (number.compareTo(NANOS_TO) > 0) {
      throw new InvalidFieldException(field, RULE, number);
    }
    int zeros =
        number.compareTo(MILLIS_FROM) < 0
            ? 9
            : number.compareTo(MICROS_FROM) < 0 ? 6 : number.compareTo(NANOS_FROM) < 0 ? 3 : 0;
    BigDecimal nanos = number.movePointRight(zeros);
    BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
    return Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue());
  }
}
