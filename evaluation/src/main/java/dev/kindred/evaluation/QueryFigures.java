package dev.kindred.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How good the answer to one query is.
 *
 * @param condensedNdcg of the answer without unjudged products
 * @param millis that the first page took
 */
record QueryFigures(
    double ndcg,
    double condensedNdcg,
    double judged,
    double precision,
    double reciprocalRank,
    double millis) {

  private static final int SAMPLES = 1_000;
  private static final long SEED = 1;

  static QueryFigures of(int[] ranked, int[] grades, int k, double millis) {
    return new QueryFigures(
        Metrics.ndcg(ranked, grades, k),
        Metrics.ndcg(Metrics.condensed(ranked), grades, k),
        Metrics.judged(ranked, k),
        Metrics.precision(ranked, k),
        Metrics.reciprocalRank(Arrays.copyOf(ranked, Math.min(k, ranked.length))),
        millis);
  }

  /** Means over queries. */
  static Map<String, Object> json(List<QueryFigures> queries, int k) {
    double[] ndcg = queries.stream().mapToDouble(QueryFigures::ndcg).toArray();
    Significance.Interval interval = Significance.bootstrap(ndcg, 0.95, SAMPLES, SEED);
    double[] millis = queries.stream().mapToDouble(QueryFigures::millis).sorted().toArray();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ndcg@" + k, mean(queries, QueryFigures::ndcg));
    json.put("condensed_ndcg@" + k, mean(queries, QueryFigures::condensedNdcg));
    json.put("judged@" + k, mean(queries, QueryFigures::judged));
    json.put("queries", queries.size());
    json.put("precision@" + k, mean(queries, QueryFigures::precision));
    json.put("mrr@" + k, mean(queries, QueryFigures::reciprocalRank));
    json.put(
        "ndcg@" + k + "_95%", List.of(Rounding.of(interval.low()), Rounding.of(interval.high())));
    json.put("median_ms", Rounding.of(millis[millis.length / 2]));
    return json;
  }

  /** One of the figures of {@link #json}. */
  static double number(Map<String, Object> json, String name) {
    return json.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static double mean(List<QueryFigures> queries, ToDoubleFunction<QueryFigures> figure) {
    return Rounding.of(queries.stream().mapToDouble(figure).average().orElse(0));
  }
}
