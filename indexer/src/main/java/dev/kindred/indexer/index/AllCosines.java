package dev.kindred.indexer.index;

import dev.kindred.analyzers.embedding.ByteVector;
import dev.kindred.indexer.catalog.Fusion;
import dev.kindred.indexer.meaning.TextVectors;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;

/** The cosines of all products with a query, by an exact scan. */
final class AllCosines implements Cosines {
  private final float[] cosines;
  private final Fusion.Spread spread;
  private final long version;

  private AllCosines(float[] cosines, Fusion.Spread spread, long version) {
    this.cosines = cosines;
    this.spread = spread;
    this.version = version;
  }

  static AllCosines of(List<LeafReaderContext> leaves, TextVectors vectors, ByteVector query)
      throws IOException {
    long version = vectors.version();
    int documents = leaves.isEmpty() ? 0 : end(leaves.getLast());
    float[] cosines = new float[documents];
    Arrays.fill(cosines, Float.NaN);
    SpreadSum sum = new SpreadSum();
    for (LeafReaderContext leaf : leaves) {
      SegmentColumns columns = SegmentColumns.of(leaf);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        if (live == null || live.get(doc)) {
          ByteVector row = vectors.row(columns.number(doc));
          if (row != null) {
            float cosine = row.dot(query);
            cosines[leaf.docBase + doc] = cosine;
            sum.add(cosine);
          }
        }
      }
    }
    return new AllCosines(cosines, sum.spread(), version);
  }

  private static int end(LeafReaderContext leaf) {
    return leaf.docBase + leaf.reader().maxDoc();
  }

  @Override
  public float of(int document) {
    return cosines[document];
  }

  @Override
  public int[] near(double share) {
    int[] near = new int[64];
    int size = 0;
    for (int document = 0; document < cosines.length; document++) {
      if (share(document) >= share) {
        near = size == near.length ? Arrays.copyOf(near, 2 * size) : near;
        near[size++] = document;
      }
    }
    return Arrays.copyOf(near, size);
  }

  @Override
  public Fusion.Spread spread() {
    return spread;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public long bytes() {
    return (long) Float.BYTES * cosines.length;
  }
}
