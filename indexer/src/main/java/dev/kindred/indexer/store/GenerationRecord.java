package dev.kindred.indexer.store;

import java.time.Instant;

/**
 * What the store knows of one trained state.
 *
 * @param number from 1 up
 * @param activated the sequence number at which it was last switched to; 0 if it never was
 * @param figures what was measured on it, one JSON object
 */
public record GenerationRecord(
    int number, State state, Instant createdAt, long activated, String figures) {

  /** Where a generation is in its life. */
  public enum State {
    /** Being made; after a crash, half made. */
    TRAINING,
    /** Whole, and not judged or not switched to yet. */
    READY,
    /** Did worse than the one that serves. */
    REJECTED,
    /** The one that serves; there is at most one. */
    ACTIVE,
    /** Has served. */
    RETIRED
  }
}
