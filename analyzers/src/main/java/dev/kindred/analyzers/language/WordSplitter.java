package dev.kindred.analyzers.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts English text into words as the Universal Dependencies treebanks do: punctuation stands
 * alone, {@code don't} is {@code do} and {@code n't}, {@code it's} is {@code it} and {@code 's}.
 */
final class WordSplitter {
  private static final Set<String> ENDINGS = Set.of("s", "re", "ve", "ll", "d", "m");
  private static final int LONGEST = 64;

  private WordSplitter() {}

  /** Where a word stands. */
  record Place(int start, int end) {}

  /** The words of a part of a text, in order; one longer than {@value #LONGEST} is cut short. */
  static List<Place> split(CharSequence text, int from, int to) {
    List<Place> words = new ArrayList<>();
    int i = from;
    while (i < to) {
      int c = Character.codePointAt(text, i);
      if (!isVisible(c)) {
        i += Character.charCount(c);
      } else if (Character.isLetterOrDigit(c)) {
        int end = wordEnd(text, i, to);
        add(text, i, end, words);
        i = end;
      } else {
        int end = i + Character.charCount(c);
        while (c < 128 && end < to && text.charAt(end) == c) {
          end++;
        }
        words.add(new Place(i, Math.min(end, i + LONGEST)));
        i = end;
      }
    }
    return words;
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && type != Character.CONTROL
        && type != Character.FORMAT;
  }

  private static int wordEnd(CharSequence text, int start, int to) {
    int end = start;
    while (end < to) {
      int c = Character.codePointAt(text, end);
      int next = end + Character.charCount(c);
      int type = Character.getType(c);
      boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
      boolean inside =
          next < to
              && (isApostrophe(c) || c == '-' || c == '.' || c == ',' || c == '&' || c == '_')
              && joins(c, text.charAt(end - 1), Character.codePointAt(text, next));
      if (!Character.isLetterOrDigit(c) && !mark && !inside) {
        return end;
      }
      end = next;
    }
    return end;
  }

  private static boolean joins(int c, char before, int after) {
    return switch (c) {
      case '.', ',' -> Character.isDigit(before) && Character.isDigit(after);
      default -> Character.isLetterOrDigit(after);
    };
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '\u2019';
  }

  private static void add(CharSequence text, int start, int end, List<Place> words) {
    int apostrophe = end - 1;
    while (apostrophe > start && !isApostrophe(text.charAt(apostrophe))) {
      apostrophe--;
    }
    if (apostrophe > start && end - start <= LONGEST) {
      String ending = text.subSequence(apostrophe + 1, end).toString().toLowerCase(Locale.ROOT);
      char before = text.charAt(apostrophe - 1);
      if (ending.equals("t") && (before == 'n' || before == 'N') && apostrophe - 1 > start) {
        words.add(new Place(start, apostrophe - 1));
        words.add(new Place(apostrophe - 1, end));
        return;
      }
      if (ENDINGS.contains(ending)) {
        words.add(new Place(start, apostrophe));
        words.add(new Place(apostrophe, end));
        return;
      }
    }
    words.add(new Place(start, Math.min(end, start + LONGEST)));
  }
}
