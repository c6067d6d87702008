package dev.kindred.analyzers.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Small frequent words that tell languages in Latin letters apart. */
final class FunctionWords {
  private static final int LONGEST = 8;

  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "en",
          Set.of(
              "the", "and", "is", "it", "this", "that", "of", "for", "with", "was", "have", "not",
              "but", "you", "my", "are", "they", "very", "would", "had", "has", "these", "which"),
          "de",
          Set.of(
              "der", "das", "und", "ist", "nicht", "ich", "ein", "eine", "mit", "es", "auch", "auf",
              "sehr", "aber", "den", "dem", "für", "habe", "sind", "wie", "bei", "nach", "zu"),
          "fr",
          Set.of(
              "le", "les", "et", "est", "je", "une", "pas", "pour", "avec", "très", "qui", "dans",
              "ce", "cette", "mais", "des", "du", "sont", "au", "suis", "vous", "nous", "sur"),
          "es",
          Set.of(
              "el", "los", "las", "y", "muy", "pero", "una", "con", "por", "para", "es", "lo", "se",
              "del", "está", "como", "más", "mi", "son", "bien", "sin", "ha", "este"),
          "it",
          Set.of(
              "il", "che", "è", "di", "gli", "una", "per", "non", "molto", "con", "sono", "della",
              "anche", "ma", "questo", "più", "ho", "nel", "del", "ottimo", "alla", "dei", "si"),
          "nl",
          Set.of(
              "het", "een", "en", "van", "niet", "ik", "dat", "voor", "met", "zijn", "maar", "ook",
              "heel", "deze", "er", "op", "aan", "wel", "bij", "goed", "naar", "dit", "heb"),
          "pt",
          Set.of(
              "o", "os", "não", "uma", "para", "com", "muito", "mas", "por", "que", "um", "da",
              "do", "em", "é", "mais", "bem", "na", "meu", "foi", "ao", "são", "esta"),
          "pl",
          Set.of(
              "nie", "jest", "się", "na", "to", "że", "jak", "ale", "bardzo", "dla", "tak", "od",
              "po", "przez", "oraz", "tym", "czy", "już", "był", "mnie", "za", "przy", "ze"));

  /** The languages of each word. */
  private static final Map<String, List<String>> LANGUAGES = languages();

  private FunctionWords() {}

  private static Map<String, List<String>> languages() {
    Map<String, List<String>> languages = new HashMap<>();
    WORDS.forEach((language, words) ->
        words.forEach(
            word -> languages.computeIfAbsent(word, w -> new ArrayList<>()).add(language)));
    return languages;
  }

  /** How many of a text's words are small words of each language. */
  static Map<String, Integer> count(String text) {
    Map<String, Integer> counts = new HashMap<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        if (i - start <= LONGEST) {
          String word = text.substring(start, i).toLowerCase(Locale.ROOT);
          for (String language : LANGUAGES.getOrDefault(word, List.of())) {
            counts.merge(language, 1, Integer::sum);
          }
        }
        start = -1;
      }
    }
    return counts;
  }
}
