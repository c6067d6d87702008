package dev.kindred.indexer.index;

/** How much products are wanted lately. Implementations are safe for many threads. */
@FunctionalInterface
public interface Popularity {
  /** Nothing is known: all are equally unwanted. */
  Popularity NONE = number -> 0;

  /**
   * @param number the product's number in the store
   * @return recent events as a share of the most wanted product's, 0 to 1
   */
  float of(int number);
}
