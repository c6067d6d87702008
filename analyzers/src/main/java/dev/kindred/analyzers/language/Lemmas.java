package dev.kindred.analyzers.language;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;

/**
 * Ground forms of words by their part of speech, each word lemmatised alone so that its neighbours
 * do not change its lemma, and remembered.
 */
final class Lemmas {
  private static final int MOST_REMEMBERED = 200_000;
  private static final int LONGEST = 30;
  private static final Set<String> BENT = Set.of("NOUN", "VERB", "ADJ", "ADV", "AUX");

  private final Pool<LemmatizerME> lemmatizers;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Lemmas(LemmatizerModel model) {
    this.lemmatizers = new Pool<>(() -> new LemmatizerME(model));
  }

  /** Only words that can be bent are lemmatised; others are their own lemma, in small letters. */
  String of(String word, String tag) {
    String small = word.toLowerCase(Locale.ROOT);
    if (!BENT.contains(tag) || small.length() > LONGEST || !Character.isLetter(small.charAt(0))) {
      return small;
    }
    String key = tag + ' ' + small;
    String lemma = known.get(key);
    if (lemma == null) {
      lemma = lemmatizers.use(tool -> lemma(tool, small, tag));
      if (known.size() >= MOST_REMEMBERED) {
        known.clear();
      }
      known.put(key, lemma);
    }
    return lemma;
  }

  private static String lemma(LemmatizerME tool, String word, String tag) {
    String lemma = tool.lemmatize(new String[] {word}, new String[] {tag})[0];
    return lemma.isBlank() || lemma.equals("O") || lemma.equals("_")
        ? word
        : lemma.toLowerCase(Locale.ROOT);
  }
}
