package dev.kindred.analyzers.title;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds quantities in a title, in the usual unit of their kind, and numbers of pieces. */
final class Measures {
  private static final Map<String, Unit> UNITS = new HashMap<>();

  /** So many of the kind's usual unit. */
  private record Unit(String kind, String usual, double size) {}

  static {
    unit("length", "m", 1, "m", "meter", "meters", "metre", "metres", "mtr");
    unit("length", "m", 0.01, "cm");
    unit("length", "m", 0.001, "mm");
    unit("length", "m", 0.3048, "ft", "foot", "feet", "'");
    unit("length", "m", 0.0254, "in", "inch", "inches", "\"", "''", "\u2033", "\u201d");
    unit("volume", "l", 1, "l", "litre", "litres", "liter", "liters");
    unit("volume", "l", 0.001, "ml");
    unit("volume", "l", 0.01, "cl");
    unit("mass", "kg", 1, "kg");
    unit("mass", "kg", 0.001, "g", "gram", "grams");
    unit("data", "gb", 1, "gb");
    unit("data", "gb", 1000, "tb");
    unit("data", "gb", 0.001, "mb");
    unit("power", "w", 1, "w", "watt", "watts");
    unit("power", "w", 1000, "kw");
    unit("tension", "v", 1, "v", "volt", "volts");
    unit("frequency", "ghz", 1, "ghz");
    unit("frequency", "ghz", 0.001, "mhz");
    unit("charge", "mah", 1, "mah");
  }

  private static final Pattern MEASURE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,/-])(\\d{1,6}(?:[.,]\\d{1,4})?)[ -]{0,2}"
              + "(meters?|metres?|mtr|litres?|liters?|inches|inch|grams?|watts?|volts?|foot|feet"
              + "|mah|ghz|mhz|kg|kw|cm|mm|ml|cl|ft|in|gb|tb|mb|m|l|g|w|v|''|['\"\u2033\u201d])"
              + "(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CABLE =
      Pattern.compile(
          "cable|cord|lead\\b|patch|extension|wire|coax|fiber|fibre|kvm", Pattern.CASE_INSENSITIVE);
  private static final double SHORTEST_CABLE = 0.05;
  private static final double LONGEST_CABLE = 1_000;
  private static final List<Pattern> PACKS =
      List.of(
          Pattern.compile(
              "(\\d{1,5})[ -]?(?:pcs?\\b\\.?|pc\\(s\\)|pieces?\\b|pk\\b|count\\b|ct\\b)",
              Pattern.CASE_INSENSITIVE),
          Pattern.compile(
              "\\b(?:pack|set|box|bag|case)(?:\\(s\\))?[ :]{1,2}(?:of[ :]{0,2})?(\\d{1,5})\\b(?![.,]?\\d)",
              Pattern.CASE_INSENSITIVE),
          Pattern.compile(
              "(?<![\\p{N}.,])(\\d{1,5})[ -]?(?:pack|packs|set|units?|sheets?|-?er pack|label\\(s\\)|rolls?)\\b",
              Pattern.CASE_INSENSITIVE));

  private Measures() {}

  private static void unit(String kind, String usual, double size, String... names) {
    for (String name : names) {
      UNITS.put(name, new Unit(kind, usual, size));
    }
  }

  /** The quantities that a title states, in order. */
  static List<TitleFeatures.Quantity> in(String title) {
    List<TitleFeatures.Quantity> found = new ArrayList<>();
    Matcher each = MEASURE.matcher(title);
    while (each.find()) {
      Unit unit = UNITS.get(each.group(2).toLowerCase(Locale.ROOT));
      if (unit != null) {
        double amount = new BigDecimal(each.group(1).replace(',', '.')).doubleValue() * unit.size();
        found.add(new TitleFeatures.Quantity(unit.kind(), amount, unit.usual(), each.group()));
      }
    }
    return found;
  }

  /**
   * How long a cable is, in metres: the last length in metres, or else in another unit, where the
   * title speaks of a cable.
   */
  static Optional<Double> cableLength(String title, List<TitleFeatures.Quantity> quantities) {
    if (!CABLE.matcher(title).find()) {
      return Optional.empty();
    }
    Optional<Double> metric = Optional.empty();
    Optional<Double> other = Optional.empty();
    for (TitleFeatures.Quantity quantity : quantities) {
      String unit = quantity.text().replaceAll("[\\d., -]", "").toLowerCase(Locale.ROOT);
      double metres = quantity.amount();
      if (!quantity.kind().equals("length") || metres < SHORTEST_CABLE || metres > LONGEST_CABLE) {
        continue;
      }
      if (unit.startsWith("m") && !unit.equals("mm")) {
        metric = Optional.of(metres);
      } else if (!unit.equals("mm") && other.isEmpty()) {
        other = Optional.of(metres);
      }
    }
    return metric.isPresent() ? metric : other;
  }

  /** How many pieces one buys, where the title says so. */
  static OptionalInt pieces(String title) {
    for (Pattern pattern : PACKS) {
      Matcher matcher = pattern.matcher(title);
      if (matcher.find()) {
        return OptionalInt.of(Integer.parseInt(matcher.group(1)));
      }
    }
    return OptionalInt.empty();
  }
}
