package dev.kindred.indexer.graph;

import java.io.IOException;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Vectors of one type, and what makes two of them near. */
public interface VectorKind<V> {
  /** Longer vectors cannot be put into a graph. */
  int LONGEST = 1024;

  /** The vector in a document. */
  Field field(String name, V vector);

  /**
   * Finds documents with the vectors nearest to one.
   *
   * @param among the only documents to be found; all if null
   */
  Query nearest(String name, V vector, int count, @Nullable Query among);

  /** The vectors of a segment; null if it has none. */
  @Nullable KnnVectorValues values(LeafReader segment, String name) throws IOException;

  /** Whether one of the vectors of a segment, by its place among them, is the given one. */
  boolean same(KnnVectorValues values, int place, V vector) throws IOException;
}
