package dev.kindred.indexer.graph;

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
import java.util.function.IntFunction;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * Vectors by product number as a graph that finds the nearest without looking at all: a Lucene
 * index of its own, one small document per product.
 *
 * <p>It says where to look, never how near a product is. One thread at a time changes it, any
 * number ask. The graph is HNSW (Malkov and Yashunin, 2018).
 */
public final class VectorGraph<V> {
  private static final String NUMBER = "number";
  private static final String VECTOR = "vector";

  /* Enough for 100,000 factors of 256 numbers, so that they become one graph and not several. */
  private static final double BUFFER_MEGABYTES = 192;

  private final VectorKind<V> kind;
  private final Path folder;
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final ReadWriteLock lifetime = new ReentrantReadWriteLock();
  private final BitSet held = new BitSet();
  private boolean closed;

  private VectorGraph(VectorKind<V> kind, Path folder, Directory directory, IndexWriter writer)
      throws IOException {
    this.kind = kind;
    this.folder = folder;
    this.directory = directory;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, true, false, new SearcherFactory());
  }

  /**
   * Opens the graph in a folder; empty if there is none, or one that cannot be read. It holds
   * nothing to rely on before {@link #hold}.
   */
  public static <V> VectorGraph<V> open(VectorKind<V> kind, Path folder) throws IOException {
    try {
      return openThere(kind, folder);
    } catch (IOException e) {
      IndexFolder.delete(folder);
      return openThere(kind, folder);
    }
  }

  private static <V> VectorGraph<V> openThere(VectorKind<V> kind, Path folder) throws IOException {
    Directory directory = FSDirectory.open(Files.createDirectories(folder));
    try {
      IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES);
      return new VectorGraph<>(kind, folder, directory, new IndexWriter(directory, config));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Makes it hold the vectors of exactly these products, keeping those that it has right. */
  public void hold(BitSet products, IntFunction<Optional<V>> vectors) throws IOException {
    searchers.maybeRefreshBlocking();
    IndexSearcher searcher = searchers.acquire();
    try {
      held.clear();
      for (LeafReaderContext leaf : searcher.getLeafContexts()) {
        keep(leaf, products, vectors);
      }
    } finally {
      searchers.release(searcher);
    }
    for (int n = products.nextSetBit(0); n >= 0; n = products.nextSetBit(n + 1)) {
      Optional<V> vector = held.get(n) ? Optional.empty() : vectors.apply(n);
      if (vector.isPresent()) {
        writer.addDocument(document(n, vector.get()));
        held.set(n);
      }
    }
    refresh();
    writer.commit();
  }

  private void keep(LeafReaderContext leaf, BitSet products, IntFunction<Optional<V>> vectors)
      throws IOException {
    KnnVectorValues there = kind.values(leaf.reader(), VECTOR);
    if (there == null) {
      return;
    }
    NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), NUMBER);
    Bits live = leaf.reader().getLiveDocs();
    DocIndexIterator each = there.iterator();
    for (int d = each.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = each.nextDoc()) {
      if ((live == null || live.get(d)) && numbers.advanceExact(d)) {
        int number = (int) numbers.longValue();
        Optional<V> vector = products.get(number) ? vectors.apply(number) : Optional.empty();
        if (vector.isPresent() && kind.same(there, each.index(), vector.get())) {
          held.set(number);
        } else {
          writer.deleteDocuments(term(number));
        }
      }
    }
  }

  /** Whether a product has a place in it. */
  public boolean holds(int number) {
    return held.get(number);
  }

  /** Gives a product a place, or another one. */
  public void put(int number, V vector) throws IOException {
    writer.updateDocument(term(number), document(number, vector));
    held.set(number);
  }

  /** Takes a product's place away, if it has one. */
  public void delete(int number) throws IOException {
    if (held.get(number)) {
      writer.deleteDocuments(term(number));
      held.clear(number);
    }
  }

  private static Term term(int number) {
    return new Term(NUMBER, Integer.toString(number));
  }

  private Document document(int number, V vector) {
    Document document = new Document();
    document.add(new StringField(NUMBER, term(number).text(), Field.Store.NO));
    document.add(new NumericDocValuesField(NUMBER, number));
    document.add(kind.field(VECTOR, vector));
    return document;
  }

  /** Makes what was changed findable. */
  public void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Writes what was changed to the disk. */
  public void commit() throws IOException {
    writer.commit();
  }

  /** Whether it still takes changes; it stops when the disk fails. */
  public boolean isOpen() {
    return writer.isOpen();
  }

  /**
   * The numbers of products whose vectors are probably the nearest to one.
   *
   * @param count how many, at least 1; fewer if there are not so many
   * @param passing the only products to be found; all if empty
   * @return empty if this graph was given up
   */
  public Optional<BitSet> nearest(V vector, int count, Optional<BitSet> passing)
      throws IOException {
    lifetime.readLock().lock();
    try {
      if (closed) {
        return Optional.empty();
      }
      IndexSearcher searcher = searchers.acquire();
      try {
        return Optional.of(nearest(searcher, vector, count, passing));
      } finally {
        searchers.release(searcher);
      }
    } finally {
      lifetime.readLock().unlock();
    }
  }

  private BitSet nearest(IndexSearcher searcher, V vector, int count, Optional<BitSet> passing)
      throws IOException {
    Query among = passing.isPresent() ? documents(searcher, passing.get()) : null;
    Query query = kind.nearest(VECTOR, vector, count, among);
    int[] found =
        Arrays.stream(searcher.search(query, count).scoreDocs)
            .mapToInt((ScoreDoc hit) -> hit.doc)
            .sorted()
            .toArray();
    BitSet products = new BitSet();
    int at = 0;
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), NUMBER);
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
      NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), NUMBER);
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
  public void close() throws IOException {
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
  public void retire() throws IOException {
    lifetime.writeLock().lock();
    try (directory) {
      closed = true;
      searchers.close();
      writer.rollback();
    } finally {
      lifetime.writeLock().unlock();
    }
    IndexFolder.delete(folder);
  }
}
