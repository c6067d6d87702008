package dev.kindred.evaluation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The usual ways to make one list of two, as baselines; ties by product id. */
final class RankFusion {
  private static final int RANK_OFFSET = 60;

  private RankFusion() {}

  /** A product in a list, best first. */
  record Ranked(String id, String title, double score) {}

  /** Each list gives 1 / (60 + rank) to a product. */
  static List<Ranked> reciprocal(List<List<Ranked>> lists) {
    Map<String, Ranked> sums = new LinkedHashMap<>();
    for (List<Ranked> list : lists) {
      for (int rank = 0; rank < list.size(); rank++) {
        add(sums, list.get(rank), 1.0 / (RANK_OFFSET + rank + 1));
      }
    }
    return sorted(sums);
  }

  /** Each list gives the score's place between its lowest and its highest. */
  static List<Ranked> minMax(List<List<Ranked>> lists) {
    Map<String, Ranked> sums = new LinkedHashMap<>();
    for (List<Ranked> list : lists) {
      double highest = list.isEmpty() ? 0 : list.getFirst().score();
      double lowest = list.isEmpty() ? 0 : list.getLast().score();
      for (Ranked each : list) {
        double place =
            highest > lowest ? Math.clamp((each.score() - lowest) / (highest - lowest), 0, 1) : 1;
        add(sums, each, place / lists.size());
      }
    }
    return sorted(sums);
  }

  private static void add(Map<String, Ranked> sums, Ranked product, double score) {
    sums.merge(
        product.id(),
        new Ranked(product.id(), product.title(), score),
        (a, b) -> new Ranked(a.id(), a.title(), a.score() + b.score()));
  }

  private static List<Ranked> sorted(Map<String, Ranked> sums) {
    return sums.values().stream()
        .sorted(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::id))
        .toList();
  }
}
