package dev.kindred.engine;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.Retrieved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a candidate's raw signals into named parts of a score on one scale.
 *
 * <p>{@code lexical} runs from 0 to 1, where 1 is the best match of this query; {@code personal} is
 * the person's score in units of what people typically score what they choose next, held between -1
 * and 1; {@code popularity} is the share of the most wanted product's recent events, its square
 * root taken so that the second most wanted is not nothing. An {@code exact} match gets a part that
 * is larger than all others together: nothing buries it.
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
    if (all.bestLexical() > 0) {
      add(parts, "lexical", weights.lexical() * candidate.lexical() / all.bestLexical());
    }
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
    add(parts, "personal", candidate.affinity() / taste.generation().calibration().typical());
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

  private static double personal(Candidate candidate, Taste taste) {
    double score = candidate.affinity() / taste.generation().calibration().typical();
    return Math.max(-1, Math.min(1, score));
  }

  private static void add(List<Scored.Part> parts, String signal, double value) {
    if (value != 0) {
      parts.add(new Scored.Part(signal, value));
    }
  }
}
