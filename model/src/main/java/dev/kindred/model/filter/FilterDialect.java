package dev.kindred.model.filter;

import java.util.Locale;
import java.util.Set;

/**
 * How a language of filters is written. All know quotes and the signs {@code < <= > >= !=}.
 *
 * @param signs single characters that end a word, beside those
 * @param keywords in capitals
 * @param anyCase whether key words are understood in small letters
 */
public record FilterDialect(String signs, Set<String> keywords, boolean anyCase) {
  public FilterDialect {
    keywords = Set.copyOf(keywords);
  }

  boolean isKeyword(String word) {
    return keywords.contains(anyCase ? word.toUpperCase(Locale.ROOT) : word);
  }
}
