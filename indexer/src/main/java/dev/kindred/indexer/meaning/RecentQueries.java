package dev.kindred.indexer.meaning;

import dev.kindred.analyzers.embedding.ByteVector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The vectors of the queries asked last. */
final class RecentQueries {
  private final Map<String, ByteVector> vectors;

  RecentQueries(int most) {
    this.vectors =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, ByteVector> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<ByteVector> get(String query) {
    return Optional.ofNullable(vectors.get(query));
  }

  synchronized void put(String query, ByteVector vector) {
    vectors.put(query, vector);
  }
}
