package dev.kindred.analyzers.title;

import dev.kindred.analyzers.ProductAnalyzer;
import dev.kindred.analyzers.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a title.
 *
 * @param text as it stands
 * @param small in small letters
 * @param chunk number of the part of the title it is in; commas, brackets, dashes and the like
 *     begin a new one
 */
record TitleWord(String text, String small, int chunk) {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.+&'/\u2019-]*|[,;:()\\[\\]|\"]|[-\u2013](?= )");
  private static final Pattern END = Pattern.compile("[.'/\u2019-]+$");
  private static final ProductAnalyzer STEMS = ProductAnalyzer.stemmed();

  /** The words of a title in order. */
  static List<TitleWord> of(String title) {
    List<TitleWord> words = new ArrayList<>();
    Matcher each = WORD.matcher(title);
    int chunk = 0;
    while (each.find()) {
      String text = each.group();
      if (!Character.isLetterOrDigit(text.codePointAt(0))) {
        chunk++;
      } else {
        String bare = END.matcher(text).replaceAll("");
        words.add(new TitleWord(bare, bare.toLowerCase(Locale.ROOT), chunk));
        chunk += text.endsWith(".") && bare.length() > 2 ? 1 : 0;
      }
    }
    return words;
  }

  /** Whether it consists of letters only, two or more, with hyphens inside at most. */
  boolean isPlain() {
    return text.length() > 1 && text.chars().allMatch(c -> Character.isLetter(c) || c == '-');
  }

  boolean hasDigit() {
    return text.chars().anyMatch(Character::isDigit);
  }

  /** Its form without plural and endings. */
  String stem() {
    return stem(small);
  }

  /** The stems of a phrase with blanks between. */
  static String stem(String phrase) {
    StringBuilder stems = new StringBuilder();
    int[] covered = {0};
    Tokens.visit(
        STEMS,
        phrase,
        (term, kind, start, end) -> {
          if (start >= covered[0]) {
            stems.append(stems.isEmpty() ? "" : " ").append(term);
            covered[0] = end;
          }
        });
    return stems.toString();
  }
}
