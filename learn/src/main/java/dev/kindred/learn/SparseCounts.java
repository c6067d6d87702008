package dev.kindred.learn;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Counts of a few numbers out of many. */
final class SparseCounts {
  private final Map<Integer, Integer> counts = new HashMap<>();

  void add(int key) {
    counts.merge(key, 1, Integer::sum);
  }

  int count(int key) {
    return counts.getOrDefault(key, 0);
  }

  IntStream keys() {
    return counts.keySet().stream().mapToInt(Integer::intValue).sorted();
  }
}
