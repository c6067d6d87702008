package dev.kindred.analyzers;

import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in which of the languages in Latin letters a product is described.
 *
 * <p>An attribute such as {@code language} decides. Else small words, the words that shops use for
 * colours, people and materials, and letters that few languages have are counted: titles are too
 * short for anything that looks at runs of letters. Where two languages have as many, both are
 * named, but English alone if it is among them: every product is read as English anyway.
 */
public final class ProductLanguages {
  /** Attributes that name a product's language. */
  private static final List<String> NAMED =
      List.of("language", "lang", "locale", "inLanguage", "content_language");

  private static final String FILE = "language-words.tsv";
  private static final Pattern WORD = Pattern.compile("\\p{L}{1,20}");
  private static final int LONGEST = 500;
  private static final String ENGLISH = "en";
  /* A letter counts one, a word two. */
  private static final int WORD_COUNTS = 2;
  private static final int ENOUGH = 2;
  private static final Map<String, List<String>> WORDS = read();

  private static final Map<Character, List<String>> LETTERS = new HashMap<>();

  static {
    letters("ßäöü", "de");
    letters("łąęśżźćń", "pl");
    letters("ñ", "es");
    letters("ãõ", "pt");
    letters("ç", "fr", "pt");
    letters("èêëîïûùœ", "fr");
    letters("ìò", "it");
    letters("áíóú", "es", "pt");
    letters("à", "fr", "it", "pt");
    letters("é", "fr", "es", "pt");
  }

  private ProductLanguages() {}

  private static void letters(String letters, String... languages) {
    letters.chars().forEach(c -> LETTERS.put((char) c, List.of(languages)));
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> languages = new HashMap<>();
    try (InputStream in = ProductLanguages.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          String language = line.substring(0, tab);
          for (String word : line.substring(tab + 1).split(" ", -1)) {
            languages.merge(word, List.of(language), ProductLanguages::joined);
          }
        }
      }
      return Map.copyOf(languages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> joined(List<String> some, List<String> more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  /** ISO 639-1 codes, ascending; empty if nothing in the product tells. */
  public static Set<String> of(Product product) {
    Optional<String> named = named(product);
    if (named.isPresent()) {
      return Set.of(named.get());
    }
    StringBuilder text = new StringBuilder(product.title());
    product.categories().forEach(category -> text.append(' ').append(category));
    text.append(' ')
        .append(product.description(), 0, Math.min(LONGEST, product.description().length()));
    return of(text);
  }

  /** The same of a text. */
  public static Set<String> of(CharSequence text) {
    Map<String, Integer> counts = new HashMap<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group().toLowerCase(Locale.ROOT);
      WORDS.getOrDefault(word, List.of()).forEach(l -> counts.merge(l, WORD_COUNTS, Integer::sum));
      for (int i = 0; i < word.length(); i++) {
        if (word.charAt(i) > 127) {
          LETTERS
              .getOrDefault(word.charAt(i), List.of())
              .forEach(l -> counts.merge(l, 1, Integer::sum));
        }
      }
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (most < ENOUGH) {
      return Set.of();
    }
    if (counts.getOrDefault(ENGLISH, 0) == most) {
      return Set.of(ENGLISH);
    }
    Set<String> languages = new TreeSet<>();
    counts.forEach((language, count) -> {
      if (count == most) {
        languages.add(language);
      }
    });
    return languages;
  }

  private static Optional<String> named(Product product) {
    for (String name : NAMED) {
      if (product.attributes().get(name) instanceof AttributeValue.Text text
          && text.value().matches("\\p{Alpha}{2}([-_].{1,10})?")) {
        return Optional.of(text.value().substring(0, 2).toLowerCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }
}
