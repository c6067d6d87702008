package dev.kindred.indexer.graph;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Vectors of floats, near each other by their inner product: factors. */
public final class Floats implements VectorKind<float[]> {
  @Override
  public Field field(String name, float[] vector) {
    return new KnnFloatVectorField(name, vector, VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT);
  }

  @Override
  public Query nearest(String name, float[] vector, int count, @Nullable Query among) {
    return among == null
        ? new KnnFloatVectorQuery(name, vector, count)
        : new KnnFloatVectorQuery(name, vector, count, among);
  }

  @Override
  public @Nullable KnnVectorValues values(LeafReader segment, String name) throws IOException {
    return segment.getFloatVectorValues(name);
  }

  @Override
  public boolean same(KnnVectorValues values, int place, float[] vector) throws IOException {
    return Arrays.equals(((FloatVectorValues) values).vectorValue(place), vector);
  }
}
