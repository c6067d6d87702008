package dev.kindred.engine;

import dev.kindred.indexer.generation.Generation;
import dev.kindred.learn.VectorMath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an audience likes, folded in for one request: the products they touched that have factors,
 * with how much each says, and the person factor that follows.
 *
 * @param products numbers, in no particular order
 * @param itemFactors of these products
 * @param confidences of these products; below 0 for dislike
 * @param factor of the person
 */
record Taste(
    Generation generation,
    List<Integer> products,
    List<float[]> itemFactors,
    float[] confidences,
    float[] factor) {

  private static final int MOST_SHOWN = 3;

  /**
   * The score that products this person would choose next typically get, above 0: what their own
   * products score, times the generation's ratio between the two.
   */
  double typical() {
    double own = 0;
    int liked = 0;
    for (int i = 0; i < confidences.length; i++) {
      if (confidences[i] > 0) {
        own += VectorMath.dot(factor, 0, itemFactors.get(i), 0, factor.length);
        liked++;
      }
    }
    double mean = liked == 0 ? 0 : own / liked;
    return mean > 0 ? mean * generation.calibration().nextToOwn() : 1;
  }

  /** How sure the taste is, 0 to below 1: evidence against half a purchase. */
  double certainty() {
    double evidence = 0;
    for (float confidence : confidences) {
      evidence += Math.abs(confidence);
    }
    return evidence / (evidence + 0.5);
  }

  /** Numbers of the products that speak most for a target, strongest first. */
  List<Integer> because(float[] target) {
    double[] parts = generation.folder().contributions(itemFactors, confidences, target);
    return IntStream.range(0, parts.length)
        .filter(i -> parts[i] > 0)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> -parts[i]).thenComparing(products::get))
        .limit(MOST_SHOWN)
        .map(products::get)
        .toList();
  }

  /** Collects evidence; products without a factor are passed over. */
  static final class Evidence {
    private final List<Integer> products = new ArrayList<>();
    private final List<float[]> factors = new ArrayList<>();
    private final List<Float> confidences = new ArrayList<>();

    void add(int product, float[] factor, float confidence) {
      products.add(product);
      factors.add(factor);
      confidences.add(confidence);
    }

    boolean isEmpty() {
      return products.isEmpty();
    }

    Taste taste(Generation generation) {
      float[] weights = new float[confidences.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = confidences.get(i);
      }
      return new Taste(
          generation, products, factors, weights, generation.folder().fold(factors, weights));
    }
  }
}
