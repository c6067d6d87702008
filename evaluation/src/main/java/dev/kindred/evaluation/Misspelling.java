package dev.kindred.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Queries as hasty people type them: one random slip in one random word of five letters or more; a
 * letter left out, put in, replaced, or changed places with the next. Queries without such a word
 * stay.
 */
final class Misspelling {
  private static final int SHORTEST = 5;
  private static final int KINDS = 4;
  private static final int LETTERS = 26;
  private static final long SPREAD = 31;

  private Misspelling() {}

  /** The same query and seed always give the same slip. */
  static String of(String query, long seed) {
    String[] words = query.split(" ", -1);
    List<Integer> eligible =
        IntStream.range(0, words.length).filter(i -> isLong(words[i])).boxed().toList();
    if (eligible.isEmpty()) {
      return query;
    }
    SplittableRandom random = new SplittableRandom(SPREAD * seed + query.hashCode());
    int chosen = eligible.get(random.nextInt(eligible.size()));
    String word = words[chosen];
    while (words[chosen].equals(word)) {
      words[chosen] = slip(word, random);
    }
    return String.join(" ", Arrays.asList(words));
  }

  private static boolean isLong(String word) {
    return word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter);
  }

  private static String slip(String word, SplittableRandom random) {
    StringBuilder typed = new StringBuilder(word);
    int at = random.nextInt(word.length());
    char letter = (char) ('a' + random.nextInt(LETTERS));
    switch (random.nextInt(KINDS)) {
      case 0 -> typed.deleteCharAt(at);
      case 1 -> typed.insert(at, letter);
      case 2 -> typed.setCharAt(at, letter);
      default -> {
        if (at + 1 < word.length()) {
          typed.setCharAt(at, word.charAt(at + 1));
          typed.setCharAt(at + 1, word.charAt(at));
        }
      }
    }
    return typed.toString();
  }
}
