package dev.kindred.engine;

/**
 * What can be told of a serving directory at once, for those who watch it; {@link Status} counts
 * everything and takes its time.
 *
 * @param products in the index
 * @param sequence last change in the store
 * @param indexedSequence last change in the index
 * @param generation that serves, 0 for none
 */
public record Vitals(long products, long sequence, long indexedSequence, int generation) {

  /** How many changes are stored and cannot be found yet. */
  public long behind() {
    return Math.max(0, sequence - indexedSequence);
  }
}
