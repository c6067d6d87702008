package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Sentence;

/**
 * A term that names an aspect in a sentence, and what is thought of it.
 *
 * @param positive probability of praise, 0 to 1
 * @param negative probability of blame, 0 to 1
 */
public record AspectMention(Sentence.Phrase phrase, double positive, double negative) {

  /** The likeliest; neutral when nothing is likelier. */
  public Sentiment sentiment() {
    double neutral = 1 - positive - negative;
    if (positive > neutral && positive >= negative) {
      return Sentiment.POSITIVE;
    }
    return negative > neutral ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
  }
}
