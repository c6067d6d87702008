package dev.kindred.engine;

import java.util.List;

/**
 * One signal's part of a hit's score.
 *
 * @param signal {@code lexical}, {@code personal}, {@code popularity}, ...
 * @param value part of the score; negative if it counts against the product
 * @param because product ids of the past events behind it, strongest first; empty if none
 * @param praised of the signal {@code reviews} what people praise: words of the query, or aspects
 */
public record Reason(String signal, double value, List<String> because, List<String> praised) {
  /** A signal of which nothing is praised. */
  public Reason(String signal, double value, List<String> because) {
    this(signal, value, because, List.of());
  }

  public Reason {
    because = List.copyOf(because);
    praised = List.copyOf(praised);
  }
}
