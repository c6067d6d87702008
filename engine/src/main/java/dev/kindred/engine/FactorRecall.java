package dev.kindred.engine;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.learn.VectorMath;
import dev.kindred.model.filter.Filter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How much of what is nearest to a factor retrieval finds in the index that serves: asks with the
 * factors of some of its products, without a filter and among a hundredth of the products, and
 * compares with scores computed one by one.
 *
 * <p>Factors may move meanwhile, and products that training did not see are found among the others:
 * what retrieval gives is right if its score, as it is now, reaches the lowest that belongs to the
 * best of training's products before or after the question.
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
    SortedMap<String, float[]> all = now(view, ids);
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
    int wanted = Math.min(K, among.size());
    double before = scoreAt(wanted, factor, among.values());
    Retrieval request =
        Retrieval.all(K).withFilter(filter).withFactor(factor).rankedBy(new Ranking.ByFactor());
    List<float[]> given = factors(view, view.retrieve(request).candidates().stream());
    double after = scoreAt(wanted, factor, now(view, among.keySet()).values());
    double last = Math.min(before, after);
    long found = given.stream().filter(own -> dot(own, factor) >= last).count();
    return Math.min(1, found / (double) wanted);
  }

  private static List<float[]> factors(CatalogView view, Stream<Candidate> candidates) {
    return candidates.flatMap(c -> view.factor(c.number()).stream()).toList();
  }

  private static double scoreAt(int rank, float[] factor, Collection<float[]> among) {
    double[] scores = among.stream().mapToDouble(own -> dot(own, factor)).toArray();
    Arrays.sort(scores);
    return scores[Math.max(0, scores.length - rank)];
  }

  private static SortedMap<String, float[]> now(CatalogView view, Collection<String> ids) {
    SortedMap<String, float[]> all = new TreeMap<>();
    for (String id : ids) {
      view.factor(id).ifPresent(factor -> all.put(id, factor));
    }
    return all;
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
