package dev.kindred.indexer.catalog;

import java.util.BitSet;

/** A set of products by their numbers in the store: a bit for each number up to the highest. */
public final class ProductNumbers {
  /** No products. */
  public static final ProductNumbers NONE = of();

  private final BitSet numbers;

  private ProductNumbers(BitSet numbers) {
    this.numbers = numbers;
  }

  /** The products with these numbers, in any order. */
  public static ProductNumbers of(int... numbers) {
    BitSet set = new BitSet();
    for (int number : numbers) {
      set.set(number);
    }
    return new ProductNumbers(set);
  }

  public boolean contains(int number) {
    return numbers.get(number);
  }

  public boolean isEmpty() {
    return numbers.isEmpty();
  }
}
