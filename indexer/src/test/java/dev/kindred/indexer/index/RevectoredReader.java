package dev.kindred.indexer.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DocValuesSkipIndexType;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.KnnCollector;

/**
 * A segment of products whose documents seem to have other factors than they were written with:
 * what merging writes is the segment with these, without analysing anything again.
 */
final class RevectoredReader extends FilterCodecReader {
  private final List<float[]> vectors;

  /**
   * @param vectors of each document, also of deleted ones
   */
  RevectoredReader(CodecReader in, List<float[]> vectors) {
    super(in);
    this.vectors = vectors;
  }

  @Override
  public FieldInfos getFieldInfos() {
    List<FieldInfo> fields = new ArrayList<>();
    int last = -1;
    for (FieldInfo field : in.getFieldInfos()) {
      fields.add(field);
      last = Math.max(last, field.number);
    }
    fields.add(
        new FieldInfo(
            InDocuments.FACTOR,
            last + 1,
            false,
            false,
            false,
            IndexOptions.NONE,
            DocValuesType.NONE,
            DocValuesSkipIndexType.NONE,
            -1,
            Map.of(),
            0,
            0,
            0,
            vectors.getFirst().length,
            VectorEncoding.FLOAT32,
            VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT,
            false,
            false));
    return new FieldInfos(fields.toArray(FieldInfo[]::new));
  }

  @Override
  public KnnVectorsReader getVectorReader() {
    return new Vectors();
  }

  @Override
  public CacheHelper getCoreCacheHelper() {
    throw new UnsupportedOperationException();
  }

  @Override
  public CacheHelper getReaderCacheHelper() {
    throw new UnsupportedOperationException();
  }

  /* Has no graph to offer, so that merging builds one: edges of other vectors would mislead. */
  private final class Vectors extends KnnVectorsReader {
    @Override
    public FloatVectorValues getFloatVectorValues(String field) {
      return FloatVectorValues.fromFloats(vectors, vectors.getFirst().length);
    }

    @Override
    public ByteVectorValues getByteVectorValues(String field) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void search(
        String field, float[] target, KnnCollector collector, AcceptDocs acceptDocs) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void search(String field, byte[] target, KnnCollector collector, AcceptDocs acceptDocs) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkIntegrity() {}

    @Override
    public void close() {}
  }
}
