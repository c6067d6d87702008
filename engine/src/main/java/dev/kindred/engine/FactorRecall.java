package dev.kindred.engine;

import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.learn.VectorMath;
import dev.kindred.model.filter.Filter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of what is nearest to a factor retrieval finds in the index that serves: asks with the
 * factors of some of its products, without a filter and among a hundredth of the products, and
 * compares with scores computed one by one.
 */
final class FactorRecall {
  private static final int ASKED = 20;
  private static final int K = 20;
  private static final int ONE_IN = 100;

  private FactorRecall() {}

  /**
   * The lower of the two mean shares, 0 to 1; 1 when no product has a factor.
   *
   * @param ids of products, in any order; some of them are asked with
   */
  static double of(CatalogView view, List<String> ids) {
    SortedMap<String, float[]> all = new TreeMap<>();
    for (String id : ids) {
      view.factor(id).ifPresent(factor -> all.put(id, factor));
    }
    SortedMap<String, float[]> some = everyNth(all, ONE_IN);
    double everything = 0;
    double filtered = 0;
    SortedMap<String, float[]> asked = everyNth(all, Math.max(1, all.size() / ASKED));
    for (float[] factor : asked.values()) {
      everything += found(view, factor, all, Optional.empty());
      filtered += found(view, factor, some, Optional.of(among(some)));
    }
    return asked.isEmpty() ? 1 : Math.min(everything, filtered) / asked.size();
  }

  /* The share of the best by score that retrieval gives; ties with the last of them count. */
  private static double found(
      CatalogView view, float[] factor, SortedMap<String, float[]> among, Optional<Filter> filter) {
    double[] scores = among.values().stream().mapToDouble(own -> dot(own, factor)).toArray();
    Arrays.sort(scores);
    int wanted = Math.min(K, scores.length);
    double last = scores[scores.length - wanted];
    Retrieval request =
        Retrieval.all(K).withFilter(filter).withFactor(factor).rankedBy(new Ranking.ByFactor());
    long found =
        view.retrieve(request).candidates().stream()
            .map(candidate -> among.get(candidate.product().id()))
            .filter(own -> own != null && dot(own, factor) >= last)
            .count();
    return Math.min(1, found / (double) wanted);
  }

  private static float dot(float[] a, float[] b) {
    return VectorMath.dot(a, 0, b, 0, a.length);
  }

  private static Filter among(SortedMap<String, float[]> products) {
    return new Filter.OneOf(
        "id", products.keySet().stream().<Filter.Value>map(Filter.Value.Text::new).toList());
  }

  private static SortedMap<String, float[]> everyNth(SortedMap<String, float[]> all, int n) {
    SortedMap<String, float[]> some = new TreeMap<>();
    int at = 0;
    for (Map.Entry<String, float[]> entry : all.entrySet()) {
      if (at++ % n == 0) {
        some.put(entry.getKey(), entry.getValue());
      }
    }
    return some;
  }
}
