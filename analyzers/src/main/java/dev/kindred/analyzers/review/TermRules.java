package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Sentence;
import dev.kindred.analyzers.language.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What is true of terms whatever the texts are about, and what the trained model has no examples
 * of: the thing itself is no aspect of it; a word that almost always stands before a noun belongs
 * to it ("hard drive"); and "easy to use", "a pain to clean" and "ease of use" are about using and
 * cleaning.
 */
final class TermRules {
  private static final Set<String> EASE =
      Set.of(
          "easy",
          "hard",
          "difficult",
          "simple",
          "tough",
          "impossible",
          "quick",
          "comfortable",
          "convenient",
          "ease",
          "breeze",
          "pain",
          "fun");
  private static final Set<String> MODIFIERS = Set.of("ADJ", "VERB", "NOUN", "PROPN", "ADV");

  private final NounUsage usage;
  private final TermFeatures features;

  TermRules(NounUsage usage, TermFeatures features) {
    this.usage = usage;
    this.features = features;
  }

  /** The terms as they should be, in order, not overlapping. */
  List<Sentence.Phrase> apply(List<Token> tokens, List<Sentence.Phrase> found) {
    List<Sentence.Phrase> terms = new ArrayList<>();
    for (Sentence.Phrase term : found) {
      if (!isTheThingItself(tokens, term)) {
        int end = terms.isEmpty() ? 0 : terms.getLast().to();
        terms.add(widened(tokens, term, end));
      }
    }
    for (int i = 0; i + 2 < tokens.size(); i++) {
      int verb = i + 2;
      if (isEase(tokens, i) && terms.stream().noneMatch(t -> t.from() <= verb && verb < t.to())) {
        terms.add(new Sentence.Phrase(verb, verb + 1));
      }
    }
    terms.sort(Comparator.comparingInt(Sentence.Phrase::from));
    return terms;
  }

  private boolean isTheThingItself(List<Token> tokens, Sentence.Phrase term) {
    for (int i = term.to() - 1; i >= term.from(); i--) {
      Token token = tokens.get(i);
      if (token.isNoun()) {
        return usage.isTheThingItself(token.lemma()) && features.isUnknown(token);
      }
    }
    return false;
  }

  private Sentence.Phrase widened(List<Token> tokens, Sentence.Phrase term, int end) {
    int from = term.from();
    while (from > end
        && tokens.get(from).isNoun()
        && MODIFIERS.contains(tokens.get(from - 1).tag())
        && usage.isTied(tokens.get(from - 1), tokens.get(from))) {
      from--;
    }
    return new Sentence.Phrase(from, term.to());
  }

  /** Whether what stands two words on is said to be easy or hard to do. */
  private static boolean isEase(List<Token> tokens, int i) {
    Token word = tokens.get(i);
    String link = tokens.get(i + 1).lemma();
    Token what = tokens.get(i + 2);
    return EASE.contains(word.lemma())
        && (link.equals("to")
            ? what.is("VERB")
            : link.equals("of")
                && word.lemma().equals("ease")
                && (what.is("NOUN") || what.is("VERB")));
  }
}
