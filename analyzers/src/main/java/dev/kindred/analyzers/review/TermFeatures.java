package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import opennlp.tools.util.BeamSearchContextGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a tagger of aspect terms sees at a token.
 *
 * <p>In training with and without the names of things, so that it relies less on the names that the
 * data happened to have; later without those that it never saw.
 */
final class TermFeatures implements BeamSearchContextGenerator<Token> {
  private final OpinionWords opinions;
  private final Predicate<String> named;

  /**
   * @param named whether a thing's name, a lemma, is shown
   */
  TermFeatures(OpinionWords opinions, Predicate<String> named) {
    this.opinions = opinions;
    this.named = named;
  }

  @Override
  public String[] getContext(
      int index, Token[] tokens, String[] outcomes, @Nullable Object @Nullable [] more) {
    List<String> features = new ArrayList<>(40);
    String before = index == 0 ? "^" : outcomes[index - 1];
    String tag = tag(tokens, index);
    features.add("o=" + before);
    features.add("t=" + tag);
    features.add("ot=" + before + tag);
    for (int d = -2; d <= 2; d++) {
      if (d != 0) {
        features.add("t" + d + "=" + tag(tokens, index + d));
        word(features, "w" + d, tokens, index + d);
      }
    }
    word(features, "w", tokens, index);
    features.add("t-1t=" + tag(tokens, index - 1) + tag);
    features.add("tt1=" + tag + tag(tokens, index + 1));
    features.add("t-1tt1=" + tag(tokens, index - 1) + tag + tag(tokens, index + 1));
    features.add("t-2t-1t=" + tag(tokens, index - 2) + tag(tokens, index - 1) + tag);
    features.add("tt1t2=" + tag + tag(tokens, index + 1) + tag(tokens, index + 2));
    features.add("op=" + polarity(tokens, index));
    features.add("op-1=" + polarity(tokens, index - 1) + tag(tokens, index - 1));
    features.add("op1=" + polarity(tokens, index + 1));
    features.add("near=" + nearest(tokens, index) + tag);
    if (isThing(tokens[index]) && named.test(tokens[index].lemma())) {
      String lemma = tokens[index].lemma();
      features.add("e=" + lemma.substring(Math.max(0, lemma.length() - 3)));
    }
    features.add("c=" + Character.isUpperCase(tokens[index].text().charAt(0)) + (index == 0));
    return features.toArray(String[]::new);
  }

  private void word(List<String> features, String name, Token[] tokens, int i) {
    if (i < 0 || i >= tokens.length) {
      features.add(name + (i < 0 ? "=^" : "=$"));
    } else if (!isThing(tokens[i]) || named.test(tokens[i].lemma())) {
      features.add(name + "=" + tokens[i].lemma());
    }
  }

  private static boolean isThing(Token token) {
    return token.isNoun() || token.is("X") || token.is("NUM");
  }

  private static String tag(Token[] tokens, int i) {
    return i < 0 ? "^" : i >= tokens.length ? "$" : tokens[i].tag();
  }

  private String polarity(Token[] tokens, int i) {
    double score = i < 0 || i >= tokens.length ? 0 : opinions.of(tokens[i]);
    return score > 0 ? "+" : score < 0 ? "-" : "0";
  }

  /** How far the nearest word of opinion is, and on which side. */
  private String nearest(Token[] tokens, int index) {
    for (int d = 1; d <= 6; d++) {
      if (index + d < tokens.length && opinions.of(tokens[index + d]) != 0) {
        return "r" + (d + 1) / 2;
      }
      if (index - d >= 0 && opinions.of(tokens[index - d]) != 0) {
        return "l" + (d + 1) / 2;
      }
    }
    return "far";
  }
}
