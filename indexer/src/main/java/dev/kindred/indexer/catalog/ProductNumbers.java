package dev.kindred.indexer.catalog;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

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
    return new ProductNumbers(new BitSet()).with(numbers);
  }

  /** These and others. */
  public ProductNumbers with(int... others) {
    BitSet all = (BitSet) numbers.clone();
    for (int number : others) {
      all.set(number);
    }
    return new ProductNumbers(all);
  }

  /** These without others. */
  public ProductNumbers without(ProductNumbers others) {
    BitSet rest = (BitSet) numbers.clone();
    rest.andNot(others.numbers);
    return new ProductNumbers(rest);
  }

  public boolean contains(int number) {
    return numbers.get(number);
  }

  public boolean isEmpty() {
    return numbers.isEmpty();
  }

  public int size() {
    return numbers.cardinality();
  }

  /** The numbers, the lowest first. */
  public int[] ascending() {
    return numbers.stream().toArray();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProductNumbers that && numbers.equals(that.numbers);
  }

  @Override
  public int hashCode() {
    return numbers.hashCode();
  }
}
