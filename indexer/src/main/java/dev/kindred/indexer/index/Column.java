package dev.kindred.indexer.index;

import org.jspecify.annotations.Nullable;

/** One value per match, by which matches can be put in order. */
sealed interface Column {

  /** Below 0 if match a comes before match b, 0 if they are equal here. */
  int compare(int a, int b);

  /** Numbers as keys: the higher comes first, and a missing number is below all others. */
  record Numbers(double[] keys) implements Column {

    /** Highest first or lowest first; NaN stands for a missing number. Takes the array over. */
    static Numbers of(double[] values, boolean descending) {
      for (int match = 0; match < values.length; match++) {
        double value = values[match];
        values[match] =
            Double.isNaN(value) ? Double.NEGATIVE_INFINITY : descending ? value : -value;
      }
      return new Numbers(values);
    }

    @Override
    public int compare(int a, int b) {
      return keys[a] == keys[b] ? 0 : keys[a] > keys[b] ? -1 : 1;
    }
  }

  /** Texts; a missing one comes last in either direction. */
  record Texts(@Nullable String[] values, boolean descending) implements Column {
    @Override
    public int compare(int a, int b) {
      String x = values[a];
      String y = values[b];
      if (x == null || y == null) {
        return Boolean.compare(x == null, y == null);
      }
      return descending ? y.compareTo(x) : x.compareTo(y);
    }
  }
}
