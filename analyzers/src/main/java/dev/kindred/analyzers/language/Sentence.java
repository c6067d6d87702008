package dev.kindred.analyzers.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A sentence with its tokens.
 *
 * @param text as it stands
 */
public record Sentence(String text, List<Token> tokens) {
  private static final Set<String> BEFORE_HEAD = Set.of("ADJ", "NOUN", "PROPN", "NUM");

  public Sentence {
    tokens = List.copyOf(tokens);
  }

  /**
   * A run of tokens.
   *
   * @param from first token
   * @param to behind the last token; {@code from < to}
   */
  public record Phrase(int from, int to) {}

  /**
   * The noun phrases without articles: adjectives, numbers and nouns that end in a noun, its head;
   * in order, not overlapping.
   */
  public List<Phrase> nounPhrases() {
    List<Phrase> phrases = new ArrayList<>();
    int from = 0;
    while (from < tokens.size()) {
      int end = from;
      int head = -1;
      while (end < tokens.size() && BEFORE_HEAD.contains(tokens.get(end).tag())) {
        head = tokens.get(end).isNoun() ? end : head;
        end++;
      }
      if (head >= 0) {
        phrases.add(new Phrase(from, head + 1));
      }
      from = Math.max(end, from + 1);
    }
    return phrases;
  }

  /** The lemmas of a phrase with blanks between. */
  public String lemmas(Phrase phrase) {
    StringBuilder lemmas = new StringBuilder();
    for (Token token : tokens.subList(phrase.from(), phrase.to())) {
      lemmas.append(lemmas.isEmpty() ? "" : " ").append(token.lemma());
    }
    return lemmas.toString();
  }
}
