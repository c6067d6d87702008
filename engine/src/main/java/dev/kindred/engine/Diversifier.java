package dev.kindred.engine;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.learn.VectorMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Re-orders so that neighbours in a list differ: maximal marginal relevance (Carbonell and
 * Goldstein 1998) over factors.
 *
 * <p>Each place goes to the product with the highest score less a penalty for being like one that
 * is already placed. The penalty is a part of the score, {@code diversity}; since it only grows
 * while the list is filled, the list stays ordered by score.
 */
final class Diversifier {
  private static final float[] NONE = {};

  private Diversifier() {}

  /**
   * @param ranked best first
   * @param factors of a candidate; a product without one is like none
   * @param strength 0 (order kept) to 1
   * @param places how many to fill; the rest keeps its order behind them
   */
  static List<Scored> diversify(
      List<Scored> ranked,
      Function<Candidate, Optional<float[]>> factors,
      double strength,
      int places) {
    if (strength == 0 || ranked.size() < 3) {
      return ranked;
    }
    double scale = Math.max(0, ranked.getFirst().score()) * strength;
    List<Scored> rest = new ArrayList<>(ranked);
    double[] likeness = new double[ranked.size()];
    List<float[]> unit = new ArrayList<>();
    for (Scored scored : ranked) {
      unit.add(factors.apply(scored.candidate()).map(Diversifier::unit).orElse(NONE));
    }
    List<Scored> placed = new ArrayList<>();
    while (placed.size() < places && !rest.isEmpty()) {
      int best = 0;
      for (int i = 1; i < rest.size(); i++) {
        if (value(rest, likeness, scale, i) > value(rest, likeness, scale, best)) {
          best = i;
        }
      }
      Scored chosen = rest.remove(best);
      float[] chosenUnit = unit.remove(best);
      double penalty = scale * likeness[best];
      placed.add(penalty > 0 ? chosen.plus("diversity", -penalty) : chosen);
      System.arraycopy(likeness, best + 1, likeness, best, rest.size() - best);
      for (int i = 0; i < rest.size(); i++) {
        likeness[i] = Math.max(likeness[i], dot(unit.get(i), chosenUnit));
      }
    }
    placed.addAll(rest);
    return placed;
  }

  private static double value(List<Scored> rest, double[] likeness, double scale, int i) {
    return rest.get(i).score() - scale * likeness[i];
  }

  private static float[] unit(float[] factor) {
    float norm = (float) Math.sqrt(VectorMath.dot(factor, 0, factor, 0, factor.length));
    float[] unit = factor.clone();
    for (int i = 0; i < unit.length && norm > 0; i++) {
      unit[i] /= norm;
    }
    return unit;
  }

  private static double dot(float[] a, float[] b) {
    return a.length == b.length ? VectorMath.dot(a, 0, b, 0, a.length) : 0;
  }
}
