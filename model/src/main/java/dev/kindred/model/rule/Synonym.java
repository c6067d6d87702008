package dev.kindred.model.rule;

import dev.kindred.model.InvalidFieldException;
import java.util.List;
import java.util.Optional;

/**
 * Words that mean the same to the shop's visitors.
 *
 * @param root when given, only this word finds the others; else each finds all
 * @param words one or more; two or more without a root
 */
public record Synonym(String id, Optional<String> root, List<String> words) {
  private static final int MOST_WORDS = 1_000;
  private static final int LONGEST = 200;

  /**
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  public Synonym {
    words = List.copyOf(words);
    Rule.checkId("id", id);
    root.ifPresent(r -> check("root", r));
    words.forEach(w -> check("synonyms", w));
    int least = root.isPresent() ? 1 : 2;
    if (words.size() < least || words.size() > MOST_WORDS) {
      throw new InvalidFieldException(
          "synonyms", "a list of " + least + " to " + MOST_WORDS + " words", words);
    }
  }

  private static void check(String field, String word) {
    if (word.isBlank() || word.length() > LONGEST) {
      throw new InvalidFieldException(field, "words of 1 to " + LONGEST + " characters", word);
    }
  }
}
