package dev.kindred.engine;

import java.util.List;

/**
 * One signal's part of a hit's score.
 *
 * @param signal {@code lexical}, {@code personal}, {@code popularity}, ...
 * @param value part of the score; negative if it counts against the product
 * @param because product ids of the past events behind it, strongest first; empty if none
 */
public record Reason(String signal, double value, List<String> because) {
  public Reason {
    because = List.copyOf(because);
  }
}
