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

  /** One signal's share of the score. */
  record Part(String signal, double value) {}

  static Scored of(Candidate candidate, List<Part> parts) {
    double sum = 0;
    for (Part part : parts) {
      sum += part.value();
    }
    return new Scored(candidate, List.copyOf(parts), sum);
  }

  String id() {
    return candidate.product().id();
  }

  /** The same with one more part. */
  Scored plus(String signal, double value) {
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(signal, value));
    return of(candidate, more);
  }
}
