package dev.kindred.indexer.meaning;

import dev.kindred.analyzers.embedding.TextEmbedder;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A model for tests: one dimension for each of a few groups of words that mean the same. */
public final class WordsAsVectors implements TextEmbedder {
  private static final String[][] GROUPS = {
    {"sofa", "couch", "settee"}, {"mug", "cup"}, {"lamp", "light"}, {"red"}, {"blue"}
  };

  final AtomicInteger asked = new AtomicInteger();

  @Override
  public float[] embed(String text) {
    asked.incrementAndGet();
    float[] vector = new float[dimension()];
    vector[GROUPS.length] = 0.3f;
    for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
      for (int group = 0; group < GROUPS.length; group++) {
        for (String member : GROUPS[group]) {
          vector[group] += member.equals(word) ? 1 : 0;
        }
      }
    }
    double squares = 0;
    for (float x : vector) {
      squares += x * x;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  @Override
  public boolean knows(String word) {
    return Arrays.stream(GROUPS).anyMatch(group -> Arrays.asList(group).contains(word));
  }

  @Override
  public int dimension() {
    return GROUPS.length + 1;
  }

  @Override
  public String fingerprint() {
    return "words";
  }

  @Override
  public void close() {}
}
