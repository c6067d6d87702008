package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a tagger of aspect terms sees at a token.
 *
 * <p>In training with and without the names of things, so that it relies less on the names that the
 * data happened to have; later without those that it does not know. How the texts use their nouns
 * stands for the names.
 */
final class TermFeatures {
  /** Before a thing's name where it stands itself. */
  static final String NAME = "n=";

  private static final String[] OFFSETS = {"w-2", "w-1", "w", "w1", "w2"};

  private final OpinionWords opinions;
  private final Predicate<String> named;
  private final Map<String, List<String>> own = new HashMap<>();
  private final Map<String, List<String>> next = new HashMap<>();

  /**
   * @param named whether a thing's name, a lemma, is shown
   * @param usage of the texts in which terms are looked for
   */
  TermFeatures(OpinionWords opinions, Predicate<String> named, NounUsage usage) {
    this.opinions = opinions;
    this.named = named;
    usage
        .profiles()
        .forEach((lemma, profile) -> {
          own.put(lemma, uses("u", profile));
          next.put(lemma, uses("v", profile));
        });
  }

  private static List<String> uses(String place, String profile) {
    List<String> uses = new ArrayList<>(profile.length());
    for (int i = 0; i < profile.length(); i++) {
      uses.add((place + i + '=' + profile.charAt(i)).intern());
    }
    return List.copyOf(uses);
  }

  /** Whether a token names a thing whose name is not shown. */
  boolean isUnknown(Token token) {
    return isThing(token) && !named.test(token.lemma());
  }

  /** The words of a sentence with what each says by itself. */
  record Words(Token[] tokens, double[] opinions) {}

  Words words(List<Token> tokens) {
    double[] scores = new double[tokens.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = opinions.of(tokens.get(i));
    }
    return new Words(tokens.toArray(Token[]::new), scores);
  }

  /** What a decision sees of the one before it: {@code ^} at the first token. */
  static List<String> after(String before, Token token) {
    return List.of("o=" + before, "ot=" + before + token.tag());
  }

  /** What a decision sees of the sentence. */
  List<String> at(int index, Words words) {
    Token[] tokens = words.tokens();
    List<String> features = new ArrayList<>(80);
    String tag = tag(tokens, index);
    String before = tag(tokens, index - 1);
    String behind = tag(tokens, index + 1);
    String secondBefore = tag(tokens, index - 2);
    String secondNext = tag(tokens, index + 2);
    features.add("t=" + tag);
    features.add("t-2=" + secondBefore);
    features.add("t-1=" + before);
    features.add("t1=" + behind);
    features.add("t2=" + secondNext);
    for (int d = 0; d < OFFSETS.length; d++) {
      word(features, OFFSETS[d], tokens, index + d - 2);
    }
    if (isThing(tokens[index]) && named.test(tokens[index].lemma())) {
      features.add(NAME + tokens[index].lemma());
    }
    features.add("t-1t=" + before + tag);
    features.add("tt1=" + tag + behind);
    features.add("t-1tt1=" + before + tag + behind);
    features.add("t-2t-1t=" + secondBefore + before + tag);
    features.add("tt1t2=" + tag + behind + secondNext);
    features.add("op=" + polarity(words, index));
    features.add("op-1=" + polarity(words, index - 1) + before);
    features.add("op1=" + polarity(words, index + 1));
    features.add("near=" + nearest(words, index) + tag);
    if (isThing(tokens[index]) && named.test(tokens[index].lemma())) {
      String lemma = tokens[index].lemma();
      features.add("e=" + lemma.substring(Math.max(0, lemma.length() - 3)));
    }
    features.add("c=" + Character.isUpperCase(tokens[index].text().charAt(0)) + (index == 0));
    return features;
  }

  /** What a noun's use in the texts says where it stands, by lemma. */
  Map<String, List<String>> own() {
    return own;
  }

  /** What a noun's use in the texts says of a noun before it, by lemma. */
  Map<String, List<String>> next() {
    return next;
  }

  private void word(List<String> features, String name, Token[] tokens, int i) {
    if (i < 0 || i >= tokens.length) {
      features.add(name + (i < 0 ? "=^" : "=$"));
    } else if (!isThing(tokens[i]) || named.test(tokens[i].lemma())) {
      features.add(name + "=" + tokens[i].lemma());
    }
  }

  static boolean isThing(Token token) {
    return token.isNoun() || token.is("X") || token.is("NUM");
  }

  private static String tag(Token[] tokens, int i) {
    return i < 0 ? "^" : i >= tokens.length ? "$" : tokens[i].tag();
  }

  private static String polarity(Words words, int i) {
    double score = i < 0 || i >= words.opinions().length ? 0 : words.opinions()[i];
    return score > 0 ? "+" : score < 0 ? "-" : "0";
  }

  /** How far the nearest word of opinion is, and on which side. */
  private static String nearest(Words words, int index) {
    double[] scores = words.opinions();
    for (int d = 1; d <= 6; d++) {
      if (index + d < scores.length && scores[index + d] != 0) {
        return "r" + (d + 1) / 2;
      }
      if (index - d >= 0 && scores[index - d] != 0) {
        return "l" + (d + 1) / 2;
      }
    }
    return "far";
  }
}
