package dev.kindred.analyzers;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How alike people speak of two products: the cosine of their reviews' words, the rare ones
 * weighing more.
 *
 * <p>A word that n of N products are spoken of with weighs ln(1 + N / (1 + n)); what everything is
 * called ("great", "love") weighs little. Words are counted as products are {@link #change put in
 * and taken out}. Safe for many threads.
 */
public final class ReviewLikeness {
  private static final int BUCKETS = 1 << 16;
  /* With so many reviews the words count half of what they would with endlessly many. */
  private static final double HALF_REVIEWS = 3;

  private final AtomicIntegerArray products = new AtomicIntegerArray(BUCKETS);
  private final AtomicInteger all = new AtomicInteger();

  /**
   * Counts a product's words now instead of those before; either may be {@link ReviewWords#NONE}.
   */
  public void change(ReviewWords before, ReviewWords now) {
    count(before, -1);
    count(now, 1);
  }

  private void count(ReviewWords words, int times) {
    for (int i = 0; i < words.size(); i++) {
      products.addAndGet(bucket(words.hash(i)), times);
    }
    if (!words.isEmpty()) {
      all.addAndGet(times);
    }
  }

  /**
   * 0 (nothing in common, or nothing said of either) to below 1; the surer, the more reviews both
   * have.
   */
  public double of(ReviewWords a, ReviewWords b) {
    double dot = 0;
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      int order = Integer.compare(a.hash(i), b.hash(j));
      if (order == 0) {
        double rarity = rarity(a.hash(i));
        dot += said(a.count(i++)) * said(b.count(j++)) * rarity * rarity;
      } else if (order < 0) {
        i++;
      } else {
        j++;
      }
    }
    if (dot == 0) {
      return 0;
    }
    return dot / (length(a) * length(b)) * Math.sqrt(sure(a) * sure(b));
  }

  private double length(ReviewWords words) {
    double squares = 0;
    for (int i = 0; i < words.size(); i++) {
      double value = said(words.count(i)) * rarity(words.hash(i));
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  private static double sure(ReviewWords words) {
    return words.reviews() / (words.reviews() + HALF_REVIEWS);
  }

  private static double said(int times) {
    return 1 + Math.log(times);
  }

  private double rarity(int hash) {
    return Math.log1p(all.get() / (1.0 + Math.max(0, products.get(bucket(hash)))));
  }

  private static int bucket(int hash) {
    return hash & (BUCKETS - 1);
  }
}
