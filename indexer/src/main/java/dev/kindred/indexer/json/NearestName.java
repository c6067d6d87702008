package dev.kindred.indexer.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known name that a misspelt one was probably meant to be.
 *
 * <p>Distance is the number of letters to insert, delete, replace or swap with their neighbour
 * (optimal string alignment), after lower case and without {@code _ - .} and spaces. At most a
 * third of the letters may differ.
 */
public final class NearestName {
  private NearestName() {}

  /** The nearest of {@code known}, or empty when none is near; ties go to the first by name. */
  public static Optional<String> of(String name, Collection<String> known) {
    String letters = letters(name);
    int limit = Math.max(1, letters.length() / 3);
    record Near(String name, int distance) {}
    return known.stream()
        .map(k -> new Near(k, distance(letters, letters(k))))
        .filter(n -> n.distance <= limit)
        .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .map(Near::name);
  }

  private static String letters(String name) {
    String shortened = name.length() > 64 ? name.substring(0, 64) : name;
    return shortened.toLowerCase(Locale.ROOT).replaceAll("[_\\-. ]", "");
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
