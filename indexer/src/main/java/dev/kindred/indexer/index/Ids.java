package dev.kindred.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The product ids of matches, read only where something depends on them. */
final class Ids {
  private final List<LeafReaderContext> leaves;
  private final Matches matches;
  private final SegmentColumns[] columns;
  private final @Nullable SortedDocValues[] values;

  Ids(List<LeafReaderContext> leaves, Matches matches) throws IOException {
    this.leaves = leaves;
    this.matches = matches;
    this.columns = new SegmentColumns[leaves.size()];
    this.values = new SortedDocValues[leaves.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = SegmentColumns.of(leaves.get(i));
    }
  }

  /** By the bytes of the ids, which is the order of their characters. */
  int compare(int a, int b) {
    int leafOfA = ReaderUtil.subIndex(matches.doc(a), leaves);
    int leafOfB = ReaderUtil.subIndex(matches.doc(b), leaves);
    int ordinalOfA = ordinal(leafOfA, a);
    int ordinalOfB = ordinal(leafOfB, b);
    // Leaves hand out views of their own buffers, so neither overwrites the other.
    return leafOfA == leafOfB
        ? Integer.compare(ordinalOfA, ordinalOfB)
        : value(leafOfA, ordinalOfA).compareTo(value(leafOfB, ordinalOfB));
  }

  private int ordinal(int leaf, int match) {
    return columns[leaf].id(matches.doc(match) - leaves.get(leaf).docBase);
  }

  private BytesRef value(int leaf, int ordinal) {
    try {
      SortedDocValues known = values[leaf];
      if (known == null) {
        known = DocValues.getSorted(leaves.get(leaf).reader(), ProductSchema.ID);
        values[leaf] = known;
      }
      return known.lookupOrd(ordinal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
