package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Token;
import java.util.Map;
import java.util.Set;

/**
 * How a set of texts uses its nouns: known before its aspects are looked for, without labels, so
 * that words the models were never trained on are told apart by the company they keep.
 *
 * <p>Frequent nouns near words of opinion are aspects (Hu and Liu, Mining and Summarizing Customer
 * Reviews, 2004); nouns that stand behind "this" far more often than others name the thing itself,
 * which is no aspect of it.
 */
public final class NounUsage {
  /** Of no texts: nothing is known. */
  public static final NounUsage NONE = new NounUsage(Map.of(), Set.of(), Set.of());

  private final Map<String, String> profiles;
  private final Set<String> themselves;
  private final Set<String> tied;

  /**
   * @param profiles by lemma: a digit for each kind of use, how much more often (or seldom) than
   *     other nouns
   * @param themselves lemmas that name what the texts are about
   * @param tied pairs of lemmas, see {@link #pair}, of which the first belongs to the second
   */
  NounUsage(Map<String, String> profiles, Set<String> themselves, Set<String> tied) {
    this.profiles = Map.copyOf(profiles);
    this.themselves = Set.copyOf(themselves);
    this.tied = Set.copyOf(tied);
  }

  Map<String, String> profiles() {
    return profiles;
  }

  /** Whether a noun names what the texts are about: the laptop, the restaurant. */
  boolean isTheThingItself(String lemma) {
    return themselves.contains(lemma);
  }

  /** Whether a word belongs to the noun behind it: "hard" to "drive". */
  boolean isTied(Token word, Token noun) {
    return tied.contains(pair(word.lemma(), noun.lemma()));
  }

  static String pair(String first, String second) {
    return first + '\t' + second;
  }
}
