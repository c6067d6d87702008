package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Sentence;
import dev.kindred.analyzers.language.Token;
import java.util.List;
import java.util.Set;

/** What can be said of one occurrence of a noun by what stands around it. */
enum NounUse {
  THIS,
  MINE,
  THE,
  A,
  BARE,
  HEAD,
  BEHIND_NOUN,
  BEFORE_BE,
  SUBJECT,
  BEHIND_PREPOSITION,
  OBJECT,
  JUDGED,
  NEAR_OPINION,
  LISTED,
  CAPITAL,
  PLURAL;

  private static final Set<String> POINTING = Set.of("this", "these", "that", "those");
  private static final Set<String> OWNING = Set.of("my", "our", "your", "his", "her", "their");
  private static final Set<String> INDEFINITE = Set.of("a", "an", "another");
  private static final Set<String> LINKS_BEHIND = Set.of(",", "and", "or", "/", "&");
  private static final Set<String> LINKS_BEFORE = Set.of(",", "and", "or");
  private static final int NEAR = 3;

  /**
   * Where a noun stands.
   *
   * @param index of the noun
   * @param start of its phrase: of the adjectives, numbers and nouns before it
   * @param opinions of each token, 0 if it is none
   */
  record Place(List<Token> tokens, int index, int start, double[] opinions) {
    static Place of(Sentence sentence, int index, double[] opinions) {
      List<Token> tokens = sentence.tokens();
      int start = index;
      while (start > 0 && belongs(tokens.get(start - 1))) {
        start--;
      }
      return new Place(tokens, index, start, opinions);
    }

    private static boolean belongs(Token token) {
      return token.isNoun() || token.is("ADJ") || token.is("NUM");
    }

    /** The word before the phrase, in small letters; {@code ^} at the beginning. */
    String before() {
      return start == 0 ? "^" : small(tokens.get(start - 1));
    }

    private boolean hasDeterminer() {
      return is(start - 1, "DET") || is(start - 1, "PRON");
    }

    boolean is(int i, String tag) {
      return i >= 0 && i < tokens.size() && tokens.get(i).is(tag);
    }

    boolean isNoun(int i) {
      return i >= 0 && i < tokens.size() && tokens.get(i).isNoun();
    }

    /** Whether a word of this kind governs the phrase, before its determiner if it has one. */
    private boolean isBehind(String tag) {
      return is(start - 1, tag) || (hasDeterminer() && is(start - 2, tag));
    }

    private boolean opinion(int from, int to) {
      for (int i = Math.max(0, from); i < Math.min(to, opinions.length); i++) {
        if (opinions[i] != 0) {
          return true;
        }
      }
      return false;
    }
  }

  /** Whether a noun is used so. */
  boolean holds(Place place) {
    Token noun = place.tokens().get(place.index());
    int next = place.index() + 1;
    return switch (this) {
      case THIS -> POINTING.contains(place.before());
      case MINE -> OWNING.contains(place.before());
      case THE -> place.before().equals("the");
      case A -> INDEFINITE.contains(place.before());
      case BARE -> !place.hasDeterminer();
      case HEAD -> !place.isNoun(next);
      case BEHIND_NOUN -> place.isNoun(place.index() - 1);
      case BEFORE_BE -> place.is(next, "AUX");
      case SUBJECT -> place.is(next, "AUX") || place.is(next, "VERB");
      case BEHIND_PREPOSITION -> place.isBehind("ADP");
      case OBJECT -> place.isBehind("VERB");
      case JUDGED -> place.opinion(place.start(), place.index());
      case NEAR_OPINION -> place.opinion(place.index() - NEAR, next + NEAR);
      case LISTED ->
          LINKS_BEFORE.contains(place.before())
              || (next < place.tokens().size()
                  && LINKS_BEHIND.contains(place.tokens().get(next).text()));
      case CAPITAL -> place.index() > 0 && Character.isUpperCase(noun.text().charAt(0));
      case PLURAL -> small(noun).endsWith("s") && !small(noun).equals(noun.lemma());
    };
  }

  private static String small(Token token) {
    return token.text().toLowerCase(java.util.Locale.ROOT);
  }
}
