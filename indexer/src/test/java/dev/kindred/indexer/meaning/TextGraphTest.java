package dev.kindred.indexer.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.analyzers.embedding.ByteVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph of vectors against looking at all of them, and through changes and restarts. */
class TextGraphTest {
  private static final long SEED = 11;
  private static final int PRODUCTS = 2_000;
  private static final int NEAREST = 100;

  @TempDir private Path folder;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final float[][] centres = centres();
  private final TextVectors vectors = new TextVectors();

  /* Texts come in kinds: what they mean is near the kind's meaning. */
  private float[][] centres() {
    float[][] made = new float[40][24];
    for (float[] centre : made) {
      for (int i = 0; i < centre.length; i++) {
        centre[i] = random.nextFloat() - 0.5f;
      }
    }
    return made;
  }

  private ByteVector near(int kind) {
    float[] vector = centres[kind % centres.length].clone();
    for (int i = 0; i < vector.length; i++) {
      vector[i] += 0.6f * (random.nextFloat() - 0.5f);
    }
    return ByteVector.of(vector);
  }

  private TextGraph filled(int from) {
    TextGraph graph = new TextGraph(folder.resolve("graph"), from);
    for (int n = 0; n < PRODUCTS; n++) {
      vectors.put(n, near(n));
    }
    graph.settle(vectors);
    return graph;
  }

  private BitSet exact(ByteVector query) {
    BitSet best = new BitSet();
    IntStream.range(0, PRODUCTS)
        .boxed()
        .filter(n -> vectors.row(n) != null)
        .sorted(Comparator.comparingDouble(n -> -cosine(vectors.row(n), query)))
        .limit(NEAREST)
        .forEach(best::set);
    return best;
  }

  private static double cosine(ByteVector a, ByteVector b) {
    return a.dot(b) / Math.sqrt(a.dot(a) * b.dot(b));
  }

  @Test
  void findsNearlyAllThatAreNearest() {
    TextGraph graph = filled(PRODUCTS);
    double recall = 0;
    for (int query = 0; query < 50; query++) {
      ByteVector vector = near(query);
      BitSet found = graph.nearest(vector, NEAREST).orElseThrow();
      assertEquals(NEAREST, found.cardinality());
      found.and(exact(vector));
      recall += found.cardinality() / (50.0 * NEAREST);
    }
    assertTrue(recall >= 0.97, "seed " + SEED + ", recall " + recall);
    graph.close();
  }

  @Test
  void whatItFindsAfterAChangeHasAnotherVersion() {
    TextGraph graph = filled(PRODUCTS);
    ByteVector moved = near(1);
    vectors.put(7, moved);
    graph.put(7, moved);
    long before = vectors.version();
    graph.settle(vectors);
    assertTrue(vectors.version() > before, "answers from before the graph knew are out of date");
    long settled = vectors.version();
    graph.settle(vectors);
    assertEquals(settled, vectors.version(), "nothing new");
    graph.close();
  }

  @Test
  void whereNoFolderCanBeAllVectorsAreLookedAt() throws IOException {
    Files.createFile(folder.resolve("graph"));
    TextGraph graph = filled(PRODUCTS);
    assertTrue(graph.nearest(near(1), 10).isEmpty());
    graph.put(3, near(3));
    graph.settle(vectors);
    graph.close();
  }

  @Test
  void fewVectorsHaveNoGraph() throws IOException {
    TextGraph graph = filled(PRODUCTS + 1);
    assertTrue(graph.nearest(near(1), 10).isEmpty());
    assertFalse(Files.exists(folder.resolve("graph")));
    vectors.put(PRODUCTS, near(0));
    graph.settle(vectors);
    assertTrue(graph.nearest(near(1), 10).isPresent());
    graph.close();
    assertTrue(graph.nearest(near(1), 10).isEmpty());
  }

  @Test
  void followsChangesAndARestart() {
    TextGraph graph = filled(PRODUCTS);
    float[] far = new float[24];
    Arrays.fill(far, 1);
    ByteVector alone = ByteVector.of(far);
    vectors.put(7, alone);
    graph.put(7, alone);
    vectors.remove(8);
    graph.remove(8);
    graph.settle(vectors);
    assertTrue(graph.nearest(alone, 1).orElseThrow().get(7));
    assertFalse(graph.nearest(near(8), PRODUCTS).orElseThrow().get(8));
    graph.close();

    // One more changed while nobody followed.
    vectors.put(8, near(8));
    vectors.put(9, alone);
    vectors.remove(7);
    TextGraph again = new TextGraph(folder.resolve("graph"), 10);
    again.settle(vectors);
    BitSet all = again.nearest(alone, PRODUCTS).orElseThrow();
    assertEquals(PRODUCTS - 1, all.cardinality());
    assertFalse(all.get(7));
    assertTrue(again.nearest(alone, 1).orElseThrow().get(9));
    again.close();
  }
}
