package dev.kindred.evaluation;

import dev.kindred.engine.SearchRequest.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Figures of several modes on the same queries. */
final class SideBySide {
  private static final int SAMPLES = 10_000;
  private static final long SEED = 1;

  private SideBySide() {}

  /**
   * The figures of one mode; of several, those of the last, and beside them what each reached, and
   * how likely the last one's lead over the best of the others is chance.
   */
  static Map<String, Object> json(Map<Mode, List<QueryFigures>> figures, int k) {
    List<Mode> modes = List.copyOf(figures.keySet());
    Mode last = modes.getLast();
    Map<String, Object> json = QueryFigures.json(figures.getOrDefault(last, List.of()), k);
    json.put("mode", name(last));
    Optional<Mode> other =
        modes.stream()
            .filter(m -> m != last)
            .max((a, b) -> Double.compare(mean(figures, a), mean(figures, b)));
    if (other.isPresent()) {
      Map<String, Object> sides = new LinkedHashMap<>();
      figures.forEach((mode, queries) -> sides.put(name(mode), QueryFigures.json(queries, k)));
      json.put("modes", sides);
      json.put("against", name(other.get()));
      json.put(
          "p_value",
          Significance.pairedRandomisation(
              ndcg(figures, last), ndcg(figures, other.get()), SAMPLES, SEED));
    }
    return json;
  }

  static String name(Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  private static double mean(Map<Mode, List<QueryFigures>> figures, Mode mode) {
    double sum = 0;
    for (double ndcg : ndcg(figures, mode)) {
      sum += ndcg;
    }
    return sum;
  }

  private static double[] ndcg(Map<Mode, List<QueryFigures>> figures, Mode mode) {
    return figures.getOrDefault(mode, List.of()).stream().mapToDouble(QueryFigures::ndcg).toArray();
  }
}
