package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Sentence;
import java.util.List;

/**
 * A sentence in which people have marked what it speaks of.
 *
 * @param terms in order, not overlapping
 */
public record LabelledSentence(Sentence sentence, List<Term> terms) {
  public LabelledSentence {
    terms = List.copyOf(terms);
  }

  /** Words that name an aspect, and what the sentence thinks of it. */
  public record Term(Sentence.Phrase phrase, Sentiment sentiment) {}
}
