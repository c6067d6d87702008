package dev.kindred.engine;

import dev.kindred.indexer.catalog.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Re-orders so that neighbours in a list differ: maximal marginal relevance (Carbonell and
 * Goldstein 1998) over factors.
 *
 * <p>Each place goes to the product with the highest score less a penalty for being like one that
 * is already placed. The penalty is a part of the score, {@code diversity}; since it only grows
 * while the list is filled, the list stays ordered by score.
 *
 * <p>For the same reason a product is compared with what was placed only when its last known value
 * could still win the place (lazy evaluation, Minoux 1978): most are never compared.
 */
final class Diversifier {
  private final List<Scored> ranked;
  private final ToDoubleBiFunction<Candidate, Candidate> likeness;
  private final double scale;
  private final List<Candidate> placed = new ArrayList<>();
  private final boolean[] isPlaced;
  private final int[] compared;
  private final double[] mostLike;

  private Diversifier(
      List<Scored> ranked, ToDoubleBiFunction<Candidate, Candidate> likeness, double scale) {
    this.ranked = ranked;
    this.likeness = likeness;
    this.scale = scale;
    this.isPlaced = new boolean[ranked.size()];
    this.compared = new int[ranked.size()];
    this.mostLike = new double[ranked.size()];
  }

  /**
   * @param ranked best first
   * @param likeness of two candidates, at most 1; 0 or less is no likeness
   * @param strength 0 (order kept) to 1
   * @param places how many to fill; the rest keeps its order behind them
   */
  static List<Scored> diversify(
      List<Scored> ranked,
      ToDoubleBiFunction<Candidate, Candidate> likeness,
      double strength,
      int places) {
    if (strength == 0 || ranked.size() < 3) {
      return ranked;
    }
    double scale = Math.max(0, ranked.getFirst().score()) * strength;
    return new Diversifier(ranked, likeness, scale).fill(Math.min(places, ranked.size()));
  }

  private List<Scored> fill(int places) {
    List<Scored> diverse = new ArrayList<>(ranked.size());
    while (diverse.size() < places) {
      int best = best();
      isPlaced[best] = true;
      Scored chosen = ranked.get(best);
      placed.add(chosen.candidate());
      double penalty = scale * mostLike[best];
      diverse.add(penalty > 0 ? chosen.plus("diversity", -penalty) : chosen);
    }
    for (int i = 0; i < isPlaced.length; i++) {
      if (!isPlaced[i]) {
        diverse.add(ranked.get(i));
      }
    }
    return diverse;
  }

  /** Who gets the next place: the first of those with the highest value. */
  private int best() {
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < isPlaced.length && ranked.get(i).score() > highest; i++) {
      if (!isPlaced[i] && value(i) > highest) {
        compare(i);
        if (value(i) > highest) {
          best = i;
          highest = value(i);
        }
      }
    }
    return best;
  }

  private double value(int i) {
    return ranked.get(i).score() - scale * mostLike[i];
  }

  private void compare(int i) {
    for (; compared[i] < placed.size(); compared[i]++) {
      double like = likeness.applyAsDouble(ranked.get(i).candidate(), placed.get(compared[i]));
      mostLike[i] = Math.max(mostLike[i], like);
    }
  }
}
