package dev.kindred.indexer.index;

/** How often people searched for words with success. Implementations are safe for many threads. */
@FunctionalInterface
public interface SearchedWords {
  /** Nobody has searched. */
  SearchedWords NONE = word -> 0;

  /**
   * @param word in small letters, as people spell it
   * @return searches with the word after which somebody took one of the products
   */
  int of(String word);
}
