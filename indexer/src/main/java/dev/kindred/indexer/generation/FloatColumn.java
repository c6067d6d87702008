package dev.kindred.indexer.generation;

import java.util.Arrays;

/** A growing list of floats without boxes. */
final class FloatColumn {
  private float[] values = new float[1024];
  private int size;

  void add(float value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  float get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }
}
