package dev.kindred.indexer.meaning;

import dev.kindred.analyzers.embedding.ByteVector;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Vectors by product number; some products may have none. Many threads may read while one writes; a
 * reader sees a vector as a whole. Of very many there is a graph, too.
 */
public final class TextVectors {
  private volatile @Nullable ByteVector[] rows = new ByteVector[1024];
  private int size;
  private volatile long version;
  private volatile @Nullable TextGraph graph;

  /**
   * Numbers of the products whose vectors are probably the nearest to a query's.
   *
   * @return empty if there are few enough to look at all
   */
  public Optional<BitSet> nearest(ByteVector query, int count) {
    TextGraph there = graph;
    return there == null ? Optional.empty() : there.nearest(query, count);
  }

  /** Says that the graph finds something else from now on. */
  synchronized void changed() {
    version++;
  }

  void graph(TextGraph made) {
    graph = made;
  }

  /** The products that have one. */
  synchronized BitSet numbers() {
    BitSet numbers = new BitSet();
    for (int number = 0; number < rows.length; number++) {
      numbers.set(number, rows[number] != null);
    }
    return numbers;
  }

  /** Another number after every change of the vectors, and of what their graph finds. */
  public long version() {
    return version;
  }

  /** The vector of a product; null if it has none yet. */
  public @Nullable ByteVector row(int number) {
    @Nullable ByteVector[] now = rows;
    return number < now.length ? now[number] : null;
  }

  /** How many products have one. */
  public synchronized int size() {
    return size;
  }

  synchronized void put(int number, ByteVector vector) {
    @Nullable ByteVector[] now = rows;
    if (number >= now.length) {
      now = Arrays.copyOf(now, Math.max(number + 1, now.length + (now.length >> 1)));
    }
    size += now[number] == null ? 1 : 0;
    now[number] = vector;
    rows = now; // The volatile write shows the row to readers.
    version++;
  }

  synchronized void remove(int number) {
    @Nullable ByteVector[] now = rows;
    if (number < now.length && now[number] != null) {
      now[number] = null;
      size--;
      rows = now;
      version++;
    }
  }
}
