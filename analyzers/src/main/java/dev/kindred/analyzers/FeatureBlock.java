package dev.kindred.analyzers;

import java.util.HashMap;
import java.util.Map;

/** The features of one kind while a product is read: how often each occurs. */
final class FeatureBlock {
  private final char letter;
  private final Map<Integer, Double> counts = new HashMap<>();

  /**
   * @param letter keeps equal names of different blocks apart
   */
  FeatureBlock(char letter) {
    this.letter = letter;
  }

  void add(CharSequence name, double times) {
    add(FeatureHash.of(letter, name), times);
  }

  /**
   * @param hash of a feature's name and of the letter of its block
   */
  void add(int hash, double times) {
    counts.merge(hash, times, Double::sum);
  }

  /**
   * Adds this block to a product's features, scaled so that its length is {@code weight}.
   *
   * <p>A feature that occurs n times weighs 1 + ln n (n below 1: n itself), times its importance.
   */
  void addTo(Map<Integer, Float> features, double weight, int buckets, float[] importance) {
    double squares = 0;
    for (Map.Entry<Integer, Double> e : counts.entrySet()) {
      double value = damped(e.getValue()) * importance(importance, bucket(e.getKey(), buckets));
      e.setValue(value);
      squares += value * value;
    }
    if (squares == 0) {
      return;
    }
    double scale = weight / Math.sqrt(squares);
    counts.forEach((hash, value) -> {
      float signed = (float) (hash < 0 ? -value * scale : value * scale);
      features.merge(bucket(hash, buckets), signed, Float::sum);
    });
  }

  private static double damped(double count) {
    return count <= 1 ? count : 1 + Math.log(count);
  }

  private static double importance(float[] importance, int bucket) {
    return importance.length == 0 ? 1 : importance[bucket];
  }

  private static int bucket(int hash, int buckets) {
    return hash & (buckets - 1);
  }
}
