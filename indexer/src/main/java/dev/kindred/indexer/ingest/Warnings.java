package dev.kindred.indexer.ingest;

import java.util.Map;
import java.util.TreeMap;

/** How often each thing was put right while reading. */
final class Warnings {
  private final Map<String, Long> counts = new TreeMap<>();

  void add(String warning) {
    counts.merge(warning, 1L, Long::sum);
  }

  Map<String, Long> counts() {
    return Map.copyOf(counts);
  }
}
