package dev.kindred.indexer.index;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Mean nDCG@10 over queries that have a relevant product: gain 2^grade - 1, discount log2(rank +
 * 1).
 *
 * @param plain with unjudged products counting as irrelevant
 * @param condensed with unjudged products removed from the answer before
 */
record Quality(double plain, double condensed, int queries) {
  private static final int DEPTH = 10;

  /**
   * @param answer ids of what a query finds, best first, many more than 10
   */
  static Quality of(
      Map<String, Map<String, Integer>> judged, Function<String, List<String>> answer) {
    double plain = 0;
    double condensed = 0;
    int queries = 0;
    for (Map.Entry<String, Map<String, Integer>> e : judged.entrySet()) {
      Map<String, Integer> grades = e.getValue();
      double ideal = gain(grades.values().stream().sorted((a, b) -> b - a).toList());
      if (ideal > 0) {
        queries++;
        List<String> ids = answer.apply(e.getKey());
        plain += gain(ids.stream().map(id -> grades.getOrDefault(id, 0)).toList()) / ideal;
        condensed +=
            gain(ids.stream().filter(grades::containsKey).map(grades::get).toList()) / ideal;
      }
    }
    return new Quality(plain / queries, condensed / queries, queries);
  }

  private static double gain(List<Integer> grades) {
    double gain = 0;
    for (int rank = 0; rank < Math.min(DEPTH, grades.size()); rank++) {
      gain += (Math.pow(2, grades.get(rank)) - 1) / (Math.log(rank + 2) / Math.log(2));
    }
    return gain;
  }
}
