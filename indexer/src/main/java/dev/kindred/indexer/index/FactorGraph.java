package dev.kindred.indexer.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.FixedBitSet;

/**
 * The factors of one generation as a graph that finds those with the largest inner products without
 * looking at all: a Lucene index of its own, one small document per product.
 *
 * <p>It says where to look, never how near a product is: scores come from {@link ServingFactors},
 * and what may be found from the products' index. One thread at a time changes it, any number ask.
 * The graph is HNSW (Malkov and Yashunin, 2018).
 */
final class FactorGraph {
  /** Longer factors cannot be put into a graph. */
  static final int LONGEST_FACTOR = 1024;

  /* Enough for 100,000 factors of 256 numbers, so that they become one graph and not several. */
  private static final double BUFFER_MEGABYTES = 192;

  private final Path folder;
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final ReadWriteLock lifetime = new ReentrantReadWriteLock();
  private final BitSet held = new BitSet();
  private boolean closed;

  private FactorGraph(Path folder, Directory directory, IndexWriter writer) throws IOException {
    this.folder = folder;
    this.directory = directory;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, true, false, new SearcherFactory());
  }

  /**
   * Opens the graph in a folder, empty if there is none. It holds nothing to rely on before {@link
   * #hold}.
   */
  static FactorGraph open(Path folder) throws IOException {
    Directory directory = FSDirectory.open(Files.createDirectories(folder));
    try {
      IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES);
      return new FactorGraph(folder, directory, new IndexWriter(directory, config));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Makes it hold the factors of exactly these products, keeping those that it has right. */
  void hold(BitSet products, ServingFactors factors) throws IOException {
    searchers.maybeRefreshBlocking();
    IndexSearcher searcher = searchers.acquire();
    try {
      held.clear();
      for (LeafReaderContext leaf : searcher.getLeafContexts()) {
        keep(leaf, products, factors);
      }
    } finally {
      searchers.release(searcher);
    }
    for (int n = products.nextSetBit(0); n >= 0; n = products.nextSetBit(n + 1)) {
      float[] row = factors.row(n);
      if (row != null && !held.get(n)) {
        writer.addDocument(document(n, row, factors.dimension()));
        held.set(n);
      }
    }
    refresh();
    writer.commit();
  }

  private void keep(LeafReaderContext leaf, BitSet products, ServingFactors factors)
      throws IOException {
    FloatVectorValues vectors = leaf.reader().getFloatVectorValues(ProductSchema.FACTOR);
    if (vectors == null) {
      return;
    }
    NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), ProductSchema.NUMBER);
    var live = leaf.reader().getLiveDocs();
    DocIndexIterator each = vectors.iterator();
    for (int d = each.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = each.nextDoc()) {
      if ((live == null || live.get(d)) && numbers.advanceExact(d)) {
        int number = (int) numbers.longValue();
        float[] row = products.get(number) ? factors.row(number) : null;
        if (row != null && same(row, vectors.vectorValue(each.index()), factors.dimension())) {
          held.set(number);
        } else {
          writer.deleteDocuments(term(number));
        }
      }
    }
  }

  private static boolean same(float[] row, float[] vector, int dimension) {
    return Arrays.equals(row, 0, dimension, vector, 0, vector.length);
  }

  /** Whether a product has a place in it. */
  boolean holds(int number) {
    return held.get(number);
  }

  /**
   * Gives a product a place, or another one.
   *
   * @param row as in {@link ServingFactors}: the factor first
   */
  void put(int number, float[] row, int dimension) throws IOException {
    writer.updateDocument(term(number), document(number, row, dimension));
    held.set(number);
  }

  void delete(int number) throws IOException {
    if (held.get(number)) {
      writer.deleteDocuments(term(number));
      held.clear(number);
    }
  }

  private static Term term(int number) {
    return new Term(ProductSchema.NUMBER, Integer.toString(number));
  }

  private static Document document(int number, float[] row, int dimension) {
    Document document = new Document();
    document.add(new StringField(ProductSchema.NUMBER, term(number).text(), Field.Store.NO));
    document.add(new NumericDocValuesField(ProductSchema.NUMBER, number));
    document.add(
        new KnnFloatVectorField(
            ProductSchema.FACTOR,
            Arrays.copyOf(row, dimension),
            VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    return document;
  }

  /** Makes what was changed findable. */
  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Writes what was changed to the disk. */
  void commit() throws IOException {
    writer.commit();
  }

  /** Whether it still takes changes; it stops when the disk fails. */
  boolean isOpen() {
    return writer.isOpen();
  }

  /**
   * The numbers of products whose inner products with a factor are probably the largest.
   *
   * @param count how many, at least 1; fewer if there are not so many
   * @param passing the only products to be found; all if empty
   * @return empty if this graph was given up
   */
  Optional<BitSet> nearest(float[] factor, int count, Optional<BitSet> passing) throws IOException {
    lifetime.readLock().lock();
    try {
      if (closed) {
        return Optional.empty();
      }
      IndexSearcher searcher = searchers.acquire();
      try {
        return Optional.of(nearest(searcher, factor, count, passing));
      } finally {
        searchers.release(searcher);
      }
    } finally {
      lifetime.readLock().unlock();
    }
  }

  private static BitSet nearest(
      IndexSearcher searcher, float[] factor, int count, Optional<BitSet> passing)
      throws IOException {
    Query query =
        passing.isPresent()
            ? new KnnFloatVectorQuery(
                ProductSchema.FACTOR, factor, count, documents(searcher, passing.get()))
            : new KnnFloatVectorQuery(ProductSchema.FACTOR, factor, count);
    int[] found =
        Arrays.stream(searcher.search(query, count).scoreDocs)
            .mapToInt((ScoreDoc hit) -> hit.doc)
            .sorted()
            .toArray();
    BitSet products = new BitSet();
    int at = 0;
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), ProductSchema.NUMBER);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; at < found.length && found[at] < end; at++) {
        numbers.advanceExact(found[at] - leaf.docBase);
        products.set((int) numbers.longValue());
      }
    }
    return products;
  }

  private static DocumentSet documents(IndexSearcher searcher, BitSet products) throws IOException {
    List<FixedBitSet> chosen = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      FixedBitSet documents = new FixedBitSet(leaf.reader().maxDoc());
      NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), ProductSchema.NUMBER);
      for (int d = 0; d < documents.length(); d++) {
        if (numbers.advanceExact(d) && products.get((int) numbers.longValue())) {
          documents.set(d);
        }
      }
      chosen.add(documents);
    }
    return new DocumentSet(chosen);
  }

  /** Closes it; what is on disk can be opened again. */
  void close() throws IOException {
    lifetime.writeLock().lock();
    try (directory) {
      closed = true;
      searchers.close();
      writer.close();
    } finally {
      lifetime.writeLock().unlock();
    }
  }

  /** Gives it up: waits for who is asking it, then deletes it. */
  void retire() throws IOException {
    lifetime.writeLock().lock();
    try (directory) {
      closed = true;
      searchers.close();
      writer.rollback();
    } finally {
      lifetime.writeLock().unlock();
    }
    ProductIndex.delete(folder);
  }
}
