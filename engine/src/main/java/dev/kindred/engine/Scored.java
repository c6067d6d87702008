package dev.kindred.engine;

import dev.kindred.indexer.catalog.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A candidate with its named parts; the score is their sum.
 *
 * @param parts signals that are not zero, in the order they were added
 */
record Scored(Candidate candidate, List<Part> parts, double score) {

  /** Best first, ties by product id. */
  static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::id);

  /**
   * One signal's share of the score.
   *
   * @param rule id of the rule behind it; empty if it is not of a rule
   */
  record Part(String signal, double value, String rule) {
    Part(String signal, double value) {
      this(signal, value, "");
    }
  }

  static Scored of(Candidate candidate, List<Part> parts) {
    double sum = 0;
    for (Part part : parts) {
      sum += part.value();
    }
    return new Scored(candidate, List.copyOf(parts), sum);
  }

  String id() {
    return candidate.id();
  }

  /** The same with one more part. */
  Scored plus(String signal, double value) {
    return plus(new Part(signal, value));
  }

  Scored plus(Part part) {
    List<Part> more = new ArrayList<>(parts);
    more.add(part);
    return of(candidate, more);
  }
}
