package dev.kindred.analyzers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The language that somebody says a query is in.
 *
 * @param code ISO 639-1, one of {@link #ACCEPTED}
 */
public record QueryLanguage(String code) {
  /* Each of these has letters of its own, or is how every product is read. */
  private static final List<String> KNOWN_BY_LETTERS = List.of("en", "ru", "zh", "ja", "ko", "ar");

  /** Codes of the languages that can be said, ascending. */
  public static final List<String> ACCEPTED =
      Stream.concat(KNOWN_BY_LETTERS.stream(), Arrays.stream(Language.values()).map(Language::code))
          .sorted()
          .toList();

  private static final Pattern LOCALE = Pattern.compile("(\\p{Alpha}{2})(?:[-_]\\p{Alnum}{1,10})*");

  public QueryLanguage {
    if (!ACCEPTED.contains(code)) {
      throw new IllegalArgumentException(rule(code));
    }
  }

  /**
   * Reads a code, alone or with a region: {@code de}, {@code de-AT}, {@code pt_BR}.
   *
   * @throws IllegalArgumentException if it is not one of {@link #ACCEPTED}
   */
  public static QueryLanguage of(String given) {
    Matcher locale = LOCALE.matcher(given.strip());
    if (!locale.matches()) {
      throw new IllegalArgumentException(rule(given));
    }
    String code = locale.group(1).toLowerCase(Locale.ROOT);
    if (!ACCEPTED.contains(code)) {
      throw new IllegalArgumentException(rule(given));
    }
    return new QueryLanguage(code);
  }

  /** How its words are stemmed besides as English; empty where letters or English say enough. */
  public Optional<Language> stemmed() {
    return Arrays.stream(Language.values()).filter(l -> l.code().equals(code)).findFirst();
  }

  private static String rule(String given) {
    return "language must be one of " + String.join(", ", ACCEPTED) + ", got " + given;
  }
}
