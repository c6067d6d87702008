package dev.kindred.analyzers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds quantities, numbers with a unit, and says how else they are written: {@code 1.5L} is also
 * {@code 1500 ml} and {@code 1.5 litre}. Only what is exactly the same counts: centimetres never
 * stand for inches.
 */
public final class Quantities {
  private static final MathContext ROUNDING = MathContext.DECIMAL64;
  private static final BigDecimal SMALLEST = new BigDecimal("0.1");
  private static final BigDecimal BELOW = new BigDecimal("10000");
  private static final int MOST_DECIMALS = 2;

  private static final Map<String, Unit> UNITS = new LinkedHashMap<>();

  static {
    add("volume", "1", "ml", "millilitre", "milliliter");
    add("volume", "10", "cl", "centilitre", "centiliter");
    add("volume", "1000", "l", "litre", "liter", "ltr");
    add("mass", "0.001", "mg", "milligram");
    add("mass", "1", "g", "gram");
    add("mass", "1000", "kg", "kilogram", "kilo");
    add("length", "1", "mm", "millimetre", "millimeter");
    add("length", "10", "cm", "centimetre", "centimeter");
    add("length", "1000", "m", "metre", "meter");
    add("ounces", "1", "oz", "ounce");
    add("pounds", "1", "lb", "pound");
    add("feet", "1", "ft", "foot", "feet");
    add("data", "1", "mb", "megabyte");
    add("data", "1000", "gb", "gigabyte");
    add("data", "1000000", "tb", "terabyte");
    add("power", "1", "w", "watt");
    add("power", "1000", "kw", "kilowatt");
    add("tension", "1", "v", "volt");
    add("frequency", "1", "hz", "hertz");
    add("frequency", "1000", "khz", "kilohertz");
    add("frequency", "1000000", "mhz", "megahertz");
    add("frequency", "1000000000", "ghz", "gigahertz");
    add("charge", "1", "mah");
    add("charge", "1000", "ah");
  }

  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,])(\\d{1,9}(?:[.,]\\d{1,4})?)[ -]?("
              + String.join("|", UNITS.keySet())
              + ")s?(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE);

  private Quantities() {}

  /** A unit of a kind, so many times the kind's smallest. */
  private record Unit(String name, String kind, BigDecimal size) {}

  /**
   * A quantity in a text.
   *
   * @param start where it stands, in characters
   * @param end behind it
   * @param others how else it is written
   */
  public record Quantity(int start, int end, List<String> others) {
    public Quantity {
      others = List.copyOf(others);
    }
  }

  private static void add(String kind, String size, String... names) {
    for (String name : names) {
      UNITS.put(name, new Unit(name, kind, new BigDecimal(size)));
    }
  }

  /** The quantities of a text that can be written in other ways, in order. */
  public static List<Quantity> in(String text) {
    List<Quantity> found = new ArrayList<>();
    Matcher each = QUANTITY.matcher(text);
    while (each.find()) {
      Unit unit = UNITS.get(each.group(2).toLowerCase(Locale.ROOT));
      if (unit != null && !isThousands(each.group(1))) {
        BigDecimal number = new BigDecimal(each.group(1).replace(',', '.'));
        List<String> others = others(number.multiply(unit.size()), unit);
        found.add(new Quantity(each.start(), each.end(), others));
      }
    }
    return found;
  }

  private static boolean isThousands(String number) {
    return number.length() > 3 && number.charAt(number.length() - 4) == ',';
  }

  private static List<String> others(BigDecimal amount, Unit typed) {
    List<String> others = new ArrayList<>();
    for (Unit unit : UNITS.values()) {
      BigDecimal number = amount.divide(unit.size(), ROUNDING).stripTrailingZeros();
      boolean usual =
          number.compareTo(SMALLEST) >= 0
              && number.compareTo(BELOW) < 0
              && number.scale() <= MOST_DECIMALS;
      if (unit.kind().equals(typed.kind()) && !unit.equals(typed) && usual) {
        others.add(number.toPlainString() + " " + unit.name());
      }
    }
    return others;
  }
}
