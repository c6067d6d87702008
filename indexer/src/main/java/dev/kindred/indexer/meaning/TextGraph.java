package dev.kindred.indexer.meaning;

import dev.kindred.analyzers.embedding.ByteVector;
import dev.kindred.indexer.graph.Bytes;
import dev.kindred.indexer.graph.IndexFolder;
import dev.kindred.indexer.graph.VectorGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The graph of products' vectors, made once there are so many that looking at all of them takes too
 * long. One thread writes, any number ask.
 *
 * <p>It is kept on disk and taken up by the next run. Where the disk fails it is given up, and all
 * vectors are looked at.
 */
final class TextGraph {
  /** Products from which on a graph is made: looking at all takes some 5 ms there. */
  static final int FROM = 50_000;

  private final Path folder;
  private final int from;
  private volatile @Nullable VectorGraph<byte[]> graph;
  private boolean failed;
  private boolean dirty;

  TextGraph(Path folder, int from) {
    this.folder = folder;
    this.from = from;
  }

  /** Takes up a product's vector; it can be found after {@link #settle}. */
  void put(int number, ByteVector vector) {
    change(there -> there.put(number, vector.values()));
  }

  /** Lets a product go. */
  void remove(int number) {
    change(there -> there.delete(number));
  }

  /** Makes a graph of these vectors if there are enough of them, and what changed findable. */
  void settle(TextVectors vectors) {
    if (graph == null && !failed) {
      begin(vectors);
    } else if (dirty) {
      change(there -> {
        there.refresh();
        there.commit();
      });
      dirty = false;
      vectors.changed();
    }
  }

  private void begin(TextVectors vectors) {
    try {
      if (vectors.size() < from) {
        IndexFolder.delete(folder);
        return;
      }
      VectorGraph<byte[]> made = VectorGraph.open(new Bytes(), folder);
      try {
        made.hold(
            vectors.numbers(),
            number -> Optional.ofNullable(vectors.row(number)).map(ByteVector::values));
      } catch (IOException e) {
        close(made);
        throw e;
      }
      graph = made;
      vectors.changed();
    } catch (IOException e) {
      failed = true;
    }
  }

  /** A step that may fail. */
  @FunctionalInterface
  private interface Step {
    void on(VectorGraph<byte[]> graph) throws IOException;
  }

  private void change(Step step) {
    VectorGraph<byte[]> there = graph;
    if (there == null) {
      return;
    }
    try {
      step.on(there);
      dirty = true;
    } catch (IOException e) {
      failed = true;
      close();
    }
  }

  /**
   * Numbers of the products whose vectors are probably the nearest.
   *
   * @return empty if there is no graph
   */
  Optional<BitSet> nearest(ByteVector query, int count) {
    VectorGraph<byte[]> there = graph;
    try {
      return there == null
          ? Optional.empty()
          : there.nearest(query.values(), count, Optional.empty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void close() {
    VectorGraph<byte[]> there = graph;
    graph = null;
    if (there != null) {
      close(there);
    }
  }

  private static void close(VectorGraph<byte[]> graph) {
    try {
      graph.close();
    } catch (IOException e) {
      // The next run reads what is there, or makes it anew.
    }
  }
}
