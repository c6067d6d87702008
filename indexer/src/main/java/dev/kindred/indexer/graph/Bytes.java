package dev.kindred.indexer.graph;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Vectors of bytes, near each other by their cosine, whatever a byte stands for: meanings. */
public final class Bytes implements VectorKind<byte[]> {
  @Override
  public Field field(String name, byte[] vector) {
    return new KnnByteVectorField(name, vector, VectorSimilarityFunction.COSINE);
  }

  @Override
  public Query nearest(String name, byte[] vector, int count, @Nullable Query among) {
    return among == null
        ? new KnnByteVectorQuery(name, vector, count)
        : new KnnByteVectorQuery(name, vector, count, among);
  }

  @Override
  public @Nullable KnnVectorValues values(LeafReader segment, String name) throws IOException {
    return segment.getByteVectorValues(name);
  }

  @Override
  public boolean same(KnnVectorValues values, int place, byte[] vector) throws IOException {
    return Arrays.equals(((ByteVectorValues) values).vectorValue(place), vector);
  }
}
