package dev.kindred.indexer.generation;

import java.util.Arrays;

/** A growing list of longs without boxes. */
final class LongColumn {
  private long[] values = new long[1024];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  long get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }
}
