package dev.kindred.engine;

import dev.kindred.indexer.catalog.WordMatch;
import java.util.List;

/**
 * One signal's part of a hit's score.
 *
 * @param signal {@code lexical}, {@code personal}, {@code popularity}, ...
 * @param value part of the score; negative if it counts against the product
 * @param because product ids of the past events behind it, strongest first; empty if none
 * @param praised of the signal {@code reviews} what people praise: words of the query, or aspects
 * @param words of {@code lexical}: which words of the query the product has, and where; the shares
 *     say how the value is shared out among them
 * @param rules of {@code rule}: the ids of the rules behind it
 */
public record Reason(
    String signal,
    double value,
    List<String> because,
    List<String> praised,
    List<WordMatch> words,
    List<String> rules) {
  public Reason {
    because = List.copyOf(because);
    praised = List.copyOf(praised);
    words = List.copyOf(words);
    rules = List.copyOf(rules);
  }

  /** A part with nothing praised, no words and no rules. */
  public Reason(String signal, double value, List<String> because) {
    this(signal, value, because, List.of(), List.of(), List.of());
  }
}
