package dev.kindred.indexer.index;

import dev.kindred.analyzers.embedding.ByteVector;
import dev.kindred.indexer.catalog.Fusion;
import dev.kindred.indexer.meaning.TextVectors;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;

/** The cosines of a query's vector with those of all products, by an exact scan. */
final class Cosines {
  private final float[] cosines;
  private final Fusion.Spread spread;
  private final long version;

  private Cosines(float[] cosines, Fusion.Spread spread, long version) {
    this.cosines = cosines;
    this.spread = spread;
    this.version = version;
  }

  static Cosines of(List<LeafReaderContext> leaves, TextVectors vectors, ByteVector query)
      throws IOException {
    long version = vectors.version();
    int documents = leaves.isEmpty() ? 0 : end(leaves.getLast());
    float[] cosines = new float[documents];
    Arrays.fill(cosines, Float.NaN);
    double sum = 0;
    double squares = 0;
    float best = 0;
    int count = 0;
    for (LeafReaderContext leaf : leaves) {
      SegmentColumns columns = SegmentColumns.of(leaf);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        if (live == null || live.get(doc)) {
          ByteVector row = vectors.row(columns.number(doc));
          if (row != null) {
            float cosine = row.dot(query);
            cosines[leaf.docBase + doc] = cosine;
            sum += cosine;
            squares += (double) cosine * cosine;
            best = Math.max(best, cosine);
            count++;
          }
        }
      }
    }
    double mean = count > 0 ? sum / count : 0;
    double variance = count > 0 ? Math.max(0, squares / count - mean * mean) : 0;
    return new Cosines(cosines, new Fusion.Spread(mean, Math.sqrt(variance), best), version);
  }

  private static int end(LeafReaderContext leaf) {
    return leaf.docBase + leaf.reader().maxDoc();
  }

  /** That of a document; NaN if it has no vector. */
  float of(int document) {
    return cosines[document];
  }

  /** How many documents the index has, deleted ones included. */
  int documents() {
    return cosines.length;
  }

  Fusion.Spread spread() {
    return spread;
  }

  /** {@link TextVectors#version} before the scan. */
  long version() {
    return version;
  }

  /** How much memory this takes, about. */
  long bytes() {
    return (long) Float.BYTES * cosines.length;
  }
}
