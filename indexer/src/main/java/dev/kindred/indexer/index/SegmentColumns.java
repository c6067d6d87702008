package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.ShopFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;

/**
 * What every answer reads of a segment's documents, in arrays: 16 bytes a document, and those of
 * {@link FactColumns}. They are read once for each segment, which never changes, and let go with
 * it.
 */
final class SegmentColumns {
  private static final Map<Object, SegmentColumns> OF_OPEN_SEGMENTS = new ConcurrentHashMap<>();

  private final int[] numbers;
  private final long[] sequences;
  private final int[] ids;
  private final FactColumns facts;

  private SegmentColumns(LeafReader reader) throws IOException {
    int documents = reader.maxDoc();
    numbers = new int[documents];
    sequences = new long[documents];
    ids = new int[documents];
    facts = new FactColumns(reader);
    NumericDocValues number = DocValues.getNumeric(reader, ProductSchema.NUMBER);
    NumericDocValues sequence = DocValues.getNumeric(reader, ProductSchema.SEQUENCE);
    SortedDocValues id = DocValues.getSorted(reader, ProductSchema.ID);
    for (int doc = 0; doc < documents; doc++) {
      numbers[doc] = number.advanceExact(doc) ? (int) number.longValue() : 0;
      sequences[doc] = sequence.advanceExact(doc) ? sequence.longValue() : 0;
      ids[doc] = id.advanceExact(doc) ? id.ordValue() : -1;
    }
  }

  /** Those of a leaf's segment. */
  static SegmentColumns of(LeafReaderContext leaf) {
    CacheHelper segment = leaf.reader().getCoreCacheHelper();
    if (segment == null) {
      throw new IllegalArgumentException("not a segment: " + leaf.reader());
    }
    SegmentColumns known = OF_OPEN_SEGMENTS.get(segment.getKey());
    return known != null ? known : read(leaf.reader(), segment);
  }

  private static SegmentColumns read(LeafReader reader, CacheHelper segment) {
    return OF_OPEN_SEGMENTS.computeIfAbsent(
        segment.getKey(),
        key -> {
          try {
            segment.addClosedListener(OF_OPEN_SEGMENTS::remove);
            return new SegmentColumns(reader);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The product number of a document of the segment. */
  int number(int doc) {
    return numbers[doc];
  }

  /** The sequence number of the change that wrote a document of the segment. */
  long sequence(int doc) {
    return sequences[doc];
  }

  /** What the shop says of the product of a document of the segment. */
  ShopFacts facts(int doc) {
    return facts.of(doc);
  }

  /** The place of a document's product id among those of the segment, in their order. */
  int id(int doc) {
    return ids[doc];
  }
}
