package dev.kindred.analyzers.title;

import dev.kindred.analyzers.CategoryPath;
import dev.kindred.analyzers.StopWords;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a catalogue's titles have in common: its brands, how often each word ends a phrase as the
 * name of a thing does, and how often its own categories and types say the same word.
 */
public final class TitleStatistics {
  private static final Set<String> DESCRIBING =
      Set.of(
          "original",
          "new",
          "compatible",
          "standard",
          "universal",
          "wireless",
          "digital",
          "assorted",
          "vintage",
          "retro",
          "antique",
          "design",
          "premium",
          "professional",
          "pro",
          "plus",
          "high",
          "low",
          "single",
          "double",
          "dual",
          "triple",
          "black",
          "built-in",
          "hand",
          "style",
          "yield",
          "capacity",
          "series",
          "type",
          "male",
          "female",
          "straight",
          "angled",
          "flat",
          "round",
          "finish",
          "colour",
          "color",
          "colours",
          "painted",
          "folding",
          "hanging",
          "edition",
          "home",
          "office",
          "ultra",
          "super",
          "extra",
          "piece",
          "pieces",
          "pc",
          "pcs",
          "cm",
          "mm",
          "inch",
          "ft",
          "gb",
          "mb",
          "tb",
          "dpi",
          "ghz",
          "mhz",
          "ppm",
          "rpm",
          "va",
          "pages",
          "pixels",
          "outlets",
          "joules",
          "mp",
          "port",
          "years",
          "year",
          "internal",
          "external",
          "grade",
          "duplex",
          "multimode",
          "singlemode",
          "snagless",
          "molded",
          "gigabit",
          "stereo",
          "optical",
          "singlepack",
          "twinpack",
          "multipack",
          "thermal",
          "laser",
          "inkjet",
          "flatbed");
  private static final Set<String> SHADES = Set.of("light", "dark", "pale", "bright", "photo");
  private static final Set<String> BREAKS =
      Set.of(
          "for",
          "with",
          "without",
          "in",
          "of",
          "and",
          "to",
          "from",
          "by",
          "on",
          "w",
          "replaces",
          "includes",
          "equivalent");
  private static final int FEWEST_TOGETHER = 2;
  /* Titles that have it, that end a phrase with it, whose category or type says it too, that have
   * it behind a number, that write it small. */
  private static final int COUNTS = 5;
  private static final double SAID = 2;
  private static final double UNIT = 0.7;
  private static final double CAPITAL = 0.1;

  private final Map<String, String> brands = new HashMap<>();
  private final Map<String, int[]> heads = new HashMap<>();
  private final Map<String, Integer> pairs = new HashMap<>();
  private int longestBrand = 1;

  /** Counts over a catalogue. */
  public TitleStatistics(Collection<Product> products) {
    products.forEach(product -> product.brand().ifPresent(this::addBrand));
    products.forEach(this::count);
  }

  private void addBrand(String brand) {
    List<TitleWord> words = TitleWord.of(brand);
    if (!words.isEmpty()) {
      brands.putIfAbsent(joined(words, 0, words.size()), brand);
      longestBrand = Math.max(longestBrand, words.size());
    }
  }

  static String joined(List<TitleWord> words, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (TitleWord word : words.subList(from, to)) {
      text.append(text.isEmpty() ? "" : " ").append(word.small());
    }
    return text.toString();
  }

  /** The known brand whose words begin at a place, the longest; and how many words it has. */
  Optional<Map.Entry<String, Integer>> brandAt(List<TitleWord> words, int at) {
    for (int length = Math.min(longestBrand, words.size() - at); length > 0; length--) {
      String brand = brands.get(joined(words, at, at + length));
      if (brand != null) {
        return Optional.of(Map.entry(brand, length));
      }
    }
    return Optional.empty();
  }

  private void count(Product product) {
    List<TitleWord> words = TitleWord.of(product.title());
    Set<String> named = new HashSet<>();
    product
        .categories()
        .forEach(category -> {
          List<String> levels = CategoryPath.levels(category);
          if (!levels.isEmpty()) {
            addStems(levels.getLast(), named);
          }
        });
    product
        .attributes()
        .forEach((name, value) -> {
          if (name.toLowerCase(Locale.ROOT).contains("type")
              && value instanceof AttributeValue.Text text
              && text.value().length() < 60) {
            addStems(text.value(), named);
          }
        });
    Set<String> seen = new HashSet<>();
    Set<String> ending = new HashSet<>();
    Set<String> counted = new HashSet<>();
    Set<String> lower = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (!canName(words, i)) {
        continue;
      }
      String stem = words.get(i).stem();
      seen.add(stem);
      if (endsPhrase(words, i)) {
        ending.add(stem);
      }
      if (i > 0 && words.get(i - 1).hasDigit()) {
        counted.add(stem);
      }
      if (i > 0 && Character.isLowerCase(words.get(i).text().charAt(0))) {
        lower.add(stem);
      }
      if (i > 0 && words.get(i - 1).isPlain() && words.get(i - 1).chunk() == words.get(i).chunk()) {
        pairs.merge(words.get(i - 1).small() + ' ' + stem, 1, Integer::sum);
      }
    }
    for (String stem : seen) {
      int[] counts = heads.computeIfAbsent(stem, s -> new int[COUNTS]);
      counts[0]++;
      counts[1] += ending.contains(stem) ? 1 : 0;
      counts[2] += named.contains(stem) ? 1 : 0;
      counts[3] += counted.contains(stem) ? 1 : 0;
      counts[4] += lower.contains(stem) ? 1 : 0;
    }
  }

  private static void addStems(String text, Set<String> stems) {
    TitleWord.of(text).stream().filter(TitleWord::isPlain).forEach(w -> stems.add(w.stem()));
  }

  /** Whether a word could be the name of a thing. */
  static boolean canName(TitleWord word) {
    String small = word.small();
    return word.isPlain()
        && !Colours.isName(small)
        && !NamedWords.describes(small)
        && !DESCRIBING.contains(small)
        && !BREAKS.contains(small)
        && !StopWords.contains(small);
  }

  /** The same where it stands: a set, pack or pair of things is none of them. */
  static boolean canName(List<TitleWord> words, int i) {
    boolean of = i + 1 < words.size() && words.get(i + 1).small().equals("of");
    boolean shade =
        i + 1 < words.size()
            && SHADES.contains(words.get(i).small())
            && Colours.isName(words.get(i + 1).small());
    return canName(words.get(i)) && !of && !shade;
  }

  static boolean breaks(TitleWord word) {
    return BREAKS.contains(word.small());
  }

  /** Whether what follows a word is not part of the same name. */
  static boolean endsPhrase(List<TitleWord> words, int i) {
    if (i + 1 == words.size() || words.get(i + 1).chunk() != words.get(i).chunk()) {
      return true;
    }
    TitleWord next = words.get(i + 1);
    return next.hasDigit()
        || breaks(next)
        || StopWords.contains(next.small())
        || Colours.isName(next.small())
        || NamedWords.describes(next.small());
  }

  /** How much a word is the name of a thing in this catalogue, 0 if it never is. */
  double headness(String stem) {
    int[] counts = heads.get(stem);
    if (counts == null) {
      return 0;
    }
    double all = counts[0] + 1.0;
    double ends = (counts[1] + 0.3) / all;
    double said = counts[2] / all;
    double unit = counts[3] / all;
    double small = counts[4] / all;
    return Math.log1p(counts[0])
        * (ends + SAID * said)
        * (1 - UNIT * unit)
        * (CAPITAL + (1 - CAPITAL) * Math.sqrt(small));
  }

  /** Whether two words, the second as its stem, often stand side by side. */
  boolean together(String first, String stem) {
    return pairs.getOrDefault(first + ' ' + stem, 0) >= FEWEST_TOGETHER;
  }
}
