package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.ProductNumbers;
import dev.kindred.model.Product;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Function;

/**
 * The factors of one generation by product number, as they are served.
 *
 * <p>Rows may be absent. A product that training did not see gets a row from the prior when it is
 * indexed, before it can be found; a row that was {@link #put} is never overwritten by the prior.
 * Many threads may read while others write; a reader sees a factor as a whole, old or new.
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
  private final FactorRows rows;

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
    this.rows = new FactorRows(dimension);
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
    return Optional.ofNullable(rows.copy(number));
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
      if (factor.isEmpty() || Arrays.equals(factor.get(), rows.copy(number))) {
        return false;
      }
      write(number, factor.get());
      return true;
    }
  }

  /** The factors by product number. */
  FactorRows rows() {
    return rows;
  }

  /** Cosine of two products' factors; 0 if either has none, or one of no length. */
  float cosine(int number, int other) {
    return rows.cosine(number, other);
  }

  private void write(int number, float[] factor) {
    if (factor.length != dimension) {
      throw new IllegalArgumentException(
          "factor must have " + dimension + " numbers, got " + factor.length);
    }
    rows.put(number, factor);
  }
}
