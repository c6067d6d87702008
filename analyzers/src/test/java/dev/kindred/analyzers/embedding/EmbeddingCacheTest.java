package dev.kindred.analyzers.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {
  private static final TextEmbedder EMBEDDER =
      new TextEmbedder() {
        @Override
        public boolean knows(String word) {
          return false;
        }

        @Override
        public float[] embed(String text) {
          return new float[] {text.length(), 1, -1};
        }

        @Override
        public int dimension() {
          return 3;
        }

        @Override
        public String fingerprint() {
          return "lengths";
        }

        @Override
        public void close() {}
      };

  @TempDir private Path folder;

  @Test
  void vectorsAreThereAfterReopening() {
    ByteVector mug = ByteVector.of(EMBEDDER.embed("mug"));
    try (EmbeddingCache cache = EmbeddingCache.open(folder, EMBEDDER)) {
      cache.put("mug", mug);
      cache.put("mug", mug);
      cache.put("plate", ByteVector.of(EMBEDDER.embed("plate")));
    }
    try (EmbeddingCache cache = EmbeddingCache.open(folder, EMBEDDER)) {
      assertEquals(Optional.of(mug), cache.get("mug"));
      assertEquals(Optional.empty(), cache.get("cup"));
      assertEquals(2, cache.size());
    }
  }

  @Test
  void recordsBehindADamagedOneAreFound() throws Exception {
    try (EmbeddingCache cache = EmbeddingCache.open(folder, EMBEDDER)) {
      cache.put("a", ByteVector.of(EMBEDDER.embed("a")));
      cache.put("bb", ByteVector.of(EMBEDDER.embed("bb")));
    }
    Path file = folder.resolve("lengths.vectors");
    byte[] whole = Files.readAllBytes(file);
    int record = whole.length / 2;
    byte[] cut = new byte[whole.length + record - 5];
    System.arraycopy(whole, 0, cut, 0, record - 5);
    System.arraycopy(whole, 0, cut, record - 5, whole.length);
    Files.write(file, cut);
    try (EmbeddingCache cache = EmbeddingCache.open(folder, EMBEDDER)) {
      assertEquals(2, cache.size());
    }
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    try (EmbeddingCache cache = EmbeddingCache.open(folder, EMBEDDER)) {
      assertEquals(1, cache.size());
      cache.put("ccc", ByteVector.of(EMBEDDER.embed("ccc")));
    }
    try (EmbeddingCache cache = EmbeddingCache.open(folder, EMBEDDER)) {
      assertEquals(2, cache.size());
    }
  }
}
