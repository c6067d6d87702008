package dev.kindred.indexer.index;

import org.jspecify.annotations.Nullable;

/** One value per match, by which matches can be put in order. */
sealed interface Column {

  /** Below 0 if match a comes before match b, 0 if they are equal here. */
  int compare(int a, int b);

  /** Numbers; NaN stands for a missing one and comes last in either direction. */
  record Numbers(double[] values, boolean descending) implements Column {
    @Override
    public int compare(int a, int b) {
      double x = values[a];
      double y = values[b];
      if (x == y) {
        return 0;
      }
      if (Double.isNaN(x) || Double.isNaN(y)) {
        return Boolean.compare(Double.isNaN(x), Double.isNaN(y));
      }
      return x < y == descending ? 1 : -1;
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
