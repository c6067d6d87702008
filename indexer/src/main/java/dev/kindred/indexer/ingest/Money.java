package dev.kindred.indexer.ingest;

import dev.kindred.model.InvalidFieldException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A price as text: {@code $12.99}, {@code 12,99 EUR}, {@code 1.234,50 €}, {@code 1,250.00}.
 *
 * @param currency where the text names it by code or by a sign that one currency alone has
 */
record Money(BigDecimal amount, Optional<String> currency) {
  private static final Pattern PRICE =
      Pattern.compile("([A-Z]{3}|[$€£¥])? ?(-?[0-9][0-9.,' ]*) ?([A-Z]{3}|[$€£¥])?");
  private static final Map<String, String> SIGNS =
      Map.of("$", "USD", "€", "EUR", "£", "GBP", "¥", "JPY");

  /**
   * @throws InvalidFieldException naming the field, if the text is not a price
   */
  static Money parse(String field, String text) {
    if (isPlain(text)) {
      return new Money(new BigDecimal(text), Optional.empty());
    }
    Matcher m = PRICE.matcher(text.strip());
    if (!m.matches()) {
      throw new InvalidFieldException(field, "a price, like 12.99 or 12,99 EUR", text);
    }
    String currency = m.group(1) != null ? m.group(1) : m.group(3);
    return new Money(
        number(m.group(2)), Optional.ofNullable(currency).map(c -> SIGNS.getOrDefault(c, c)));
  }

  /** Digits with at most one point among them. */
  static boolean isPlain(String text) {
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      points += c == '.' ? 1 : 0;
      if ((c < '0' || c > '9') && !(c == '-' && i == 0) && !(c == '.' && i > 0 && points == 1)) {
        return false;
      }
    }
    return !text.isEmpty()
        && text.length() < 30
        && Character.isDigit(text.charAt(text.length() - 1));
  }

  /** The last point or comma is the decimal one, unless three digits follow it and none other. */
  private static BigDecimal number(String digits) {
    String d = digits.replaceAll("[' ]", "").replaceAll("[.,]$", "");
    int point = d.lastIndexOf('.');
    int comma = d.lastIndexOf(',');
    if (point >= 0 && comma >= 0) {
      return new BigDecimal(
          point > comma ? d.replace(",", "") : d.replace(".", "").replace(',', '.'));
    }
    if (comma >= 0) {
      boolean thousands = d.indexOf(',') != comma || d.length() - comma == 4;
      return new BigDecimal(thousands ? d.replace(",", "") : d.replace(',', '.'));
    }
    return new BigDecimal(point >= 0 && d.indexOf('.') != point ? d.replace(".", "") : d);
  }
}
