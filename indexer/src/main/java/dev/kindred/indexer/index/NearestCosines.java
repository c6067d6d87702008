package dev.kindred.indexer.index;

import dev.kindred.analyzers.embedding.ByteVector;
import dev.kindred.indexer.catalog.Fusion;
import dev.kindred.indexer.meaning.TextVectors;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.Bits;

/**
 * The cosines with a query of those products that a graph found nearest, and of others when asked.
 * How the cosines of all are spread is read from a sample.
 */
final class NearestCosines implements Cosines {
  /* The mean of so many is known to a sixtieth of the deviation. */
  private static final int SAMPLE = 4_096;

  private final List<LeafReaderContext> leaves;
  private final TextVectors vectors;
  private final ByteVector query;
  /* In index order. */
  private final int[] nearest;
  private final float[] cosines;
  private final Fusion.Spread spread;
  private final long version;

  private NearestCosines(
      List<LeafReaderContext> leaves,
      TextVectors vectors,
      ByteVector query,
      int[] nearest,
      float[] cosines,
      Fusion.Spread spread,
      long version) {
    this.leaves = leaves;
    this.vectors = vectors;
    this.query = query;
    this.nearest = nearest;
    this.cosines = cosines;
    this.spread = spread;
    this.version = version;
  }

  /**
   * @param numbers of the products that are nearest
   */
  static NearestCosines of(
      List<LeafReaderContext> leaves, TextVectors vectors, ByteVector query, BitSet numbers)
      throws IOException {
    long version = vectors.version();
    int[] nearest = new int[numbers.cardinality()];
    float[] cosines = new float[nearest.length];
    int size = 0;
    int each = Math.max(1, vectors.size() / SAMPLE);
    SpreadSum sum = new SpreadSum();
    for (LeafReaderContext leaf : leaves) {
      SegmentColumns columns = SegmentColumns.of(leaf);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        int number = columns.number(doc);
        boolean isNear = size < nearest.length && numbers.get(number);
        boolean isSample = doc % each == 0;
        ByteVector row = isNear || isSample ? vectors.row(number) : null;
        if (row != null && (live == null || live.get(doc))) {
          float cosine = row.dot(query);
          if (isSample) {
            sum.add(cosine);
          }
          if (isNear) {
            sum.best(cosine);
            nearest[size] = leaf.docBase + doc;
            cosines[size++] = cosine;
          }
        }
      }
    }
    return new NearestCosines(
        leaves,
        vectors,
        query,
        Arrays.copyOf(nearest, size),
        Arrays.copyOf(cosines, size),
        sum.spread(),
        version);
  }

  @Override
  public float of(int document) {
    int known = Arrays.binarySearch(nearest, document);
    return known >= 0 ? cosines[known] : computed(document);
  }

  private float computed(int document) {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    int number = SegmentColumns.of(leaf).number(document - leaf.docBase);
    ByteVector row = vectors.row(number);
    return row == null ? Float.NaN : row.dot(query);
  }

  @Override
  public int[] near(double share) {
    return Arrays.stream(nearest).filter(document -> share(document) >= share).toArray();
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
    return (long) (Integer.BYTES + Float.BYTES) * nearest.length;
  }
}
