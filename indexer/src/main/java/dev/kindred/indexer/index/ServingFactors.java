package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.ProductNumbers;
import dev.kindred.learn.VectorMath;
import dev.kindred.model.Product;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The factors of one generation by product number, as they are served.
 *
 * <p>Rows may be absent. A product that training did not see gets a row from the prior when it is
 * indexed, before it can be found; a row that was {@link #put} is never overwritten by the prior.
 * Many threads may read while others write; a reader sees a row as a whole, old or new.
 */
public final class ServingFactors {
  /** No training yet: no product has a factor. */
  public static final ServingFactors NONE =
      new ServingFactors(0, 0, ProductNumbers.NONE, product -> Optional.empty());

  private final int generation;
  private final int dimension;
  private final Function<Product, Optional<float[]>> prior;
  private final BitSet learned = new BitSet();
  private final ProductNumbers boughtAgain;
  /* A row holds the factor and, behind it, its length: both change in one write. */
  private volatile float[] @Nullable [] rows = new float[1024][];

  /** Nothing is known to be bought again. */
  public ServingFactors(int generation, int dimension, Function<Product, Optional<float[]>> prior) {
    this(generation, dimension, ProductNumbers.NONE, prior);
  }

  /**
   * @param dimension length of every factor
   * @param boughtAgain products of kinds that people buy again
   * @param prior gives the factor to expect of a product that training did not see; fast, and safe
   *     for many threads
   */
  public ServingFactors(
      int generation,
      int dimension,
      ProductNumbers boughtAgain,
      Function<Product, Optional<float[]>> prior) {
    this.generation = generation;
    this.dimension = dimension;
    this.boughtAgain = boughtAgain;
    this.prior = prior;
  }

  /** Number of the generation, 0 for none. */
  public int generation() {
    return generation;
  }

  /** Products of kinds that people buy again. */
  public ProductNumbers boughtAgain() {
    return boughtAgain;
  }

  /** Length of every factor, 0 for none. */
  public int dimension() {
    return dimension;
  }

  /** Sets a product's factor: learned in training or moved by its events since. */
  public synchronized void put(int number, float[] factor) {
    learned.set(number);
    write(number, factor);
  }

  /** A product's factor; a copy. */
  public Optional<float[]> of(int number) {
    float[] row = row(number);
    return row == null ? Optional.empty() : Optional.of(Arrays.copyOf(row, dimension));
  }

  /**
   * Gives a product its row from the prior unless it has a learned one.
   *
   * @return whether its row is another one now
   */
  boolean expect(int number, Product product) {
    if (dimension == 0) {
      return false;
    }
    synchronized (this) {
      if (learned.get(number)) {
        return false;
      }
    }
    Optional<float[]> factor = prior.apply(product);
    synchronized (this) {
      if (learned.get(number)) {
        return false;
      }
      float[] before = row(number);
      factor.ifPresent(f -> write(number, f));
      return !Arrays.equals(before, row(number));
    }
  }

  /** The factor and behind it its length; not to be changed. */
  float @Nullable [] row(int number) {
    float[] @Nullable [] now = rows;
    return number < now.length ? now[number] : null;
  }

  /** Inner product of a row with a factor. */
  float dot(float[] row, float[] factor) {
    return VectorMath.dot(row, 0, factor, 0, dimension);
  }

  /** Cosine of a row with a factor of the given length; 0 if either is zero. */
  float cosine(float[] row, float[] factor, float length) {
    float both = row[dimension] * length;
    return both > 0 ? dot(row, factor) / both : 0;
  }

  /** Cosine of two products' factors; 0 if either has none, or one of no length. */
  float cosine(int number, int other) {
    float[] a = row(number);
    float[] b = row(other);
    return a == null || b == null ? 0 : cosine(a, b, b[dimension]);
  }

  private void write(int number, float[] factor) {
    if (factor.length != dimension) {
      throw new IllegalArgumentException(
          "factor must have " + dimension + " numbers, got " + factor.length);
    }
    float[] row = Arrays.copyOf(factor, dimension + 1);
    row[dimension] = (float) Math.sqrt(VectorMath.dot(factor, 0, factor, 0, dimension));
    float[] @Nullable [] now = rows;
    if (number >= now.length) {
      now = Arrays.copyOf(now, Math.max(number + 1, now.length + (now.length >> 1)));
    }
    now[number] = row;
    rows = now; // The volatile write shows the row to readers, whole.
  }
}
