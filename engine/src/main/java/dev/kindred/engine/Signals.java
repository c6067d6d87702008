package dev.kindred.engine;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.Retrieved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a candidate's raw signals into named parts of a score on one scale.
 *
 * <ul>
 *   <li>{@code lexical}: the text score as a share of the best of this query, 0 to 1
 *   <li>{@code exact}: a fixed part for a product whose id, code or whole title was asked for, larger
 *       than all others together, so that nothing buries it
 *   <li>{@code personal}: {@code s / (|s| + typical)}, where s is the person's score of the product
 *       and typical the mean score that people give to what they choose next; -1 to 1
 *   <li>{@code popularity}: the square root of the recent events as a share of the most wanted
 *       product's, so that the tenth most wanted is not nothing; 0 to 1
 * </ul>
 *
 * each times its weight.
 */
final class Signals {
  private static final double EXACT = 2;
  private static final int BROAD = 150;

  private final RankingWeights weights;

  Signals(RankingWeights weights) {
    this.weights = weights;
  }

  /** Of a search: text, person, popularity. */
  Scored search(Candidate candidate, Retrieved all, Optional<Taste> taste, double breadth) {
    List<Scored.Part> parts = new ArrayList<>(4);
    add(parts, "lexical", weights.lexical() * lexical(candidate, all));
    if (candidate.exact()) {
      add(parts, "exact", EXACT);
    }
    taste.ifPresent(
        t -> add(parts, "personal", weights.personal() * breadth * personal(candidate, t)));
    add(parts, "popularity", weights.popularity() * Math.sqrt(candidate.popularity()));
    return Scored.of(candidate, parts);
  }

  /** Of a recommendation: person, popularity. */
  Scored recommendation(Candidate candidate, Taste taste) {
    List<Scored.Part> parts = new ArrayList<>(3);
    add(parts, "personal", personal(candidate, taste));
    add(parts, "popularity", weights.popularity() * Math.sqrt(candidate.popularity()));
    return Scored.of(candidate, parts);
  }

  /** Of trending products. */
  Scored trending(Candidate candidate) {
    List<Scored.Part> parts = new ArrayList<>(1);
    add(parts, "popularity", Math.sqrt(candidate.popularity()));
    return Scored.of(candidate, parts);
  }

  /**
   * How open a query leaves what is meant, 0 (one thing is meant) to 1 (anything will do): the
   * logarithm of the number of matches, next to nothing if one matches exactly or a word looks like
   * a model code.
   */
  static double breadth(String query, Retrieved all) {
    if (query.isBlank()) {
      return 1;
    }
    boolean exact = all.candidates().stream().anyMatch(Candidate::exact);
    boolean code = query.matches("(?s).*\\p{Alpha}[-/.]?\\d.*|.*\\d[-/.]?\\p{Alpha}.*");
    double open = Math.min(1, Math.log1p(all.found()) / Math.log1p(BROAD));
    return exact || code ? open / 8 : open;
  }

  /** Exact matches have a score of their own; the others are compared among themselves. */
  private static double lexical(Candidate candidate, Retrieved all) {
    if (candidate.exact()) {
      return 1;
    }
    double best =
        all.candidates().stream()
            .filter(c -> !c.exact())
            .mapToDouble(Candidate::lexical)
            .max()
            .orElse(0);
    return best > 0 ? candidate.lexical() / best : 0;
  }

  private static double personal(Candidate candidate, Taste taste) {
    double score = candidate.affinity();
    return score / (Math.abs(score) + taste.generation().calibration().typical());
  }

  private static void add(List<Scored.Part> parts, String signal, double value) {
    if (value != 0) {
      parts.add(new Scored.Part(signal, value));
    }
  }
}
