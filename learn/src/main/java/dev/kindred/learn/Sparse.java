package dev.kindred.learn;

import java.util.Arrays;

/**
 * A sparse matrix by rows: row r's entries stand at {@code starts[r]} to {@code starts[r + 1]}.
 *
 * @param starts one more than there are rows
 * @param others the column of each entry
 * @param confidences the value of each entry
 */
record Sparse(int[] starts, int[] others, float[] confidences) {

  /** The number of rows. */
  int size() {
    return starts.length - 1;
  }

  /** The number of entries of a row. */
  int length(int row) {
    return starts[row + 1] - starts[row];
  }

  /** Sorts triples by row, keeping their order within a row (a counting sort). */
  static Sparse grouped(int rows, int[] rowOf, int[] otherOf, float[] confidenceOf, int size) {
    int[] starts = new int[rows + 1];
    for (int i = 0; i < size; i++) {
      starts[rowOf[i] + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = Arrays.copyOf(starts, rows);
    int[] others = new int[size];
    float[] confidences = new float[size];
    for (int i = 0; i < size; i++) {
      int at = next[rowOf[i]]++;
      others[at] = otherOf[i];
      confidences[at] = confidenceOf[i];
    }
    return new Sparse(starts, others, confidences);
  }

  /** Columns become rows; the entries of each come out in the order of the old rows. */
  Sparse transposed(int columns) {
    int[] rowOf = new int[others.length];
    for (int row = 0; row < size(); row++) {
      Arrays.fill(rowOf, starts[row], starts[row + 1], row);
    }
    return grouped(columns, others, rowOf, confidences, others.length);
  }

  /** Adds up neighbouring entries of the same row and column; leaves sums of 0 out. */
  Sparse summed() {
    int[] newStarts = new int[starts.length];
    int[] newOthers = new int[others.length];
    float[] sums = new float[others.length];
    int size = 0;
    for (int row = 0; row < size(); row++) {
      for (int at = starts[row]; at < starts[row + 1]; ) {
        int other = others[at];
        double sum = 0;
        for (; at < starts[row + 1] && others[at] == other; at++) {
          sum += confidences[at];
        }
        if ((float) sum != 0) {
          newOthers[size] = other;
          sums[size++] = (float) sum;
        }
      }
      newStarts[row + 1] = size;
    }
    return new Sparse(newStarts, Arrays.copyOf(newOthers, size), Arrays.copyOf(sums, size));
  }

  /** The same with negative values as 0. */
  Sparse positive() {
    float[] values = confidences.clone();
    for (int at = 0; at < values.length; at++) {
      values[at] = Math.max(0, values[at]);
    }
    return new Sparse(starts, others, values);
  }
}
