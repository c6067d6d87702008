package dev.kindred.indexer.catalog;

import java.util.Arrays;

/** A set of products by their numbers in the store. */
public final class ProductNumbers {
  /** No products. */
  public static final ProductNumbers NONE = new ProductNumbers(new int[0]);

  private final int[] ascending;

  private ProductNumbers(int[] ascending) {
    this.ascending = ascending;
  }

  /** The products with these numbers, in any order. */
  public static ProductNumbers of(int... numbers) {
    int[] ascending = numbers.clone();
    Arrays.sort(ascending);
    return new ProductNumbers(ascending);
  }

  public boolean contains(int number) {
    return Arrays.binarySearch(ascending, number) >= 0;
  }

  public boolean isEmpty() {
    return ascending.length == 0;
  }
}
