package dev.kindred.analyzers;

import dev.kindred.model.Review;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words in which people speak of a product, each with the number of its reviews that say it.
 *
 * <p>Words are stemmed and known by their hash alone. A review says a word once, however often, and
 * at most {@value #MOST_WORDS} words; a text that several reviews repeat counts once, so that
 * nobody is heard louder by repeating. Immutable.
 */
public final class ReviewWords {
  /** Of a product without reviews. */
  public static final ReviewWords NONE = new ReviewWords(new int[0], new int[0], new long[0]);

  private static final char BLOCK = 'r';
  private static final int MOST_WORDS = 1_000;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final int[] hashes;
  private final int[] counts;
  private final long[] texts;

  /**
   * @param hashes of the words, ascending
   * @param counts how many reviews say each
   * @param texts hashes of what the reviews say, ascending
   */
  private ReviewWords(int[] hashes, int[] counts, long[] texts) {
    this.hashes = hashes;
    this.counts = counts;
    this.texts = texts;
  }

  /** The words of a product's reviews; a review without words does not count. */
  public static ReviewWords of(Collection<Review> reviews) {
    return NONE.with(reviews);
  }

  /** The same with more reviews of the product. */
  public ReviewWords with(Collection<Review> more) {
    Map<Integer, Integer> said = new TreeMap<>();
    Set<Long> seen = new HashSet<>();
    for (long text : texts) {
      seen.add(text);
    }
    for (Review review : more) {
      List<String> words = ContentWords.of(review.title() + '\n' + review.text());
      if (!words.isEmpty() && seen.add(hash(words))) {
        words.stream()
            .distinct()
            .limit(MOST_WORDS)
            .forEach(word -> said.merge(FeatureHash.of(BLOCK, word), 1, Integer::sum));
      }
    }
    if (seen.size() == texts.length) {
      return this;
    }
    for (int i = 0; i < hashes.length; i++) {
      said.merge(hashes[i], counts[i], Integer::sum);
    }
    return new ReviewWords(
        said.keySet().stream().mapToInt(i -> i).toArray(),
        said.values().stream().mapToInt(i -> i).toArray(),
        seen.stream().mapToLong(i -> i).sorted().toArray());
  }

  private static long hash(List<String> words) {
    long hash = 0;
    for (String word : words) {
      hash = (hash + FeatureHash.of(BLOCK, word)) * MIX;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  /** How many different reviews have words. */
  public int reviews() {
    return texts.length;
  }

  /** Whether nobody has said anything. */
  public boolean isEmpty() {
    return texts.length == 0;
  }

  /** How many different words there are. */
  int size() {
    return hashes.length;
  }

  /** The hash of the i-th word; they ascend. */
  int hash(int i) {
    return hashes[i];
  }

  /** How many reviews say the i-th word. */
  int count(int i) {
    return counts[i];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReviewWords that
        && Arrays.equals(hashes, that.hashes)
        && Arrays.equals(counts, that.counts)
        && Arrays.equals(texts, that.texts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return hashes.length + " words of " + texts.length + " reviews";
  }
}
