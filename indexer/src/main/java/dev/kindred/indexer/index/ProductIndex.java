package dev.kindred.indexer.index;

import dev.kindred.indexer.graph.IndexFolder;
import dev.kindred.indexer.store.ProductChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * One Lucene index in one folder, with the number of the last change it holds.
 *
 * <p>One thread at a time applies, refreshes and commits; any number read. What was applied but not
 * committed is lost in a crash and has to be applied again from {@link #applied()} on.
 */
final class ProductIndex {
  private static final String SEQUENCE = "sequence";
  private static final String FINGERPRINT = "fingerprint";
  private static final double BUFFER_MEGABYTES = 64;
  /* Each segment costs every search a little; text without vectors is quickly merged. */
  private static final int SEGMENTS_PER_TIER = 3;

  private static final TextScoring SCORING = new TextScoring();

  private final Path folder;
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final String fingerprint;
  private volatile long applied;
  private volatile long visible;
  private long committed;
  private int leases;
  private boolean retired;

  private ProductIndex(Path folder, Directory directory, IndexWriter writer) throws IOException {
    this.folder = folder;
    this.directory = directory;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, true, false, new ScoringSearchers());
    long sequence = 0;
    String made = ProductSchema.fingerprint();
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> e : data) {
        switch (e.getKey()) {
          case SEQUENCE -> sequence = Long.parseLong(e.getValue());
          case FINGERPRINT -> made = e.getValue();
          default -> {}
        }
      }
    }
    fingerprint = made;
    applied = sequence;
    visible = sequence;
    committed = sequence;
  }

  /**
   * Opens the index in a folder, new if there is none.
   *
   * @throws org.apache.lucene.store.LockObtainFailedException if another process has it open
   */
  static ProductIndex open(Path folder) throws IOException {
    Directory directory = FSDirectory.open(Files.createDirectories(folder));
    try {
      IndexWriterConfig config =
          new IndexWriterConfig(TextScoring.analyzer())
              .setSimilarity(SCORING)
              .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER))
              .setRAMBufferSizeMB(BUFFER_MEGABYTES);
      IndexWriter writer = new IndexWriter(directory, config);
      try {
        return new ProductIndex(folder, directory, writer);
      } catch (IOException | RuntimeException e) {
        writer.rollback();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  Path folder() {
    return folder;
  }

  /** Whether its documents are such as this program makes. */
  boolean isCurrent() {
    return fingerprint.equals(ProductSchema.fingerprint());
  }

  /** Number of the last change that went in. */
  long applied() {
    return applied;
  }

  /** Number of the last change that can be found. */
  long visible() {
    return visible;
  }

  /** Whether it still takes changes; it stops when the disk fails. */
  boolean isOpen() {
    return writer.isOpen();
  }

  /**
   * Puts changes in, in the order of their numbers.
   *
   * @param upTo number that the index is then up to
   */
  void apply(List<ProductChange> changes, long upTo) throws IOException {
    for (ProductChange change : changes) {
      Term id = new Term(ProductSchema.ID, change.id());
      if (change.product().isPresent()) {
        writer.updateDocument(
            id, ProductDocuments.of(change.product().get(), change.number(), change.sequence()));
      } else {
        writer.deleteDocuments(id);
      }
    }
    applied = upTo;
  }

  /** Makes everything applied so far findable. */
  void refresh() throws IOException {
    long upTo = applied;
    searchers.maybeRefreshBlocking();
    visible = upTo;
  }

  /** Writes everything applied so far to the disk, with its number. */
  void commit() throws IOException {
    long upTo = applied;
    if (upTo != committed) {
      writer.setLiveCommitData(
          Map.of(SEQUENCE, Long.toString(upTo), FINGERPRINT, fingerprint).entrySet());
      writer.commit();
      committed = upTo;
    }
  }

  /** A searcher that stays as it is until the lease is closed; empty once the index is given up. */
  synchronized Optional<Lease> lease() {
    if (retired) {
      return Optional.empty();
    }
    try {
      ProductSearcher searcher = (ProductSearcher) searchers.acquire();
      leases++;
      return Optional.of(new Lease(this, searcher));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The right to use a searcher. Close once. */
  record Lease(ProductIndex index, ProductSearcher searcher) implements AutoCloseable {
    @Override
    public void close() {
      index.release(searcher);
    }
  }

  private synchronized void release(IndexSearcher searcher) {
    try {
      searchers.release(searcher);
      leases--;
      if (retired && leases == 0) {
        delete();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits and closes; leases stay good until closed. */
  void close() throws IOException {
    try (directory) {
      if (writer.isOpen()) {
        commit();
      }
      searchers.close();
      writer.close();
    }
  }

  /** Closes without writing anything more, as a crash would. */
  void abandon() throws IOException {
    try (directory) {
      searchers.close();
      writer.rollback();
    }
  }

  /** Gives the index up: its folder is deleted when the last lease is closed. */
  synchronized void retire() throws IOException {
    retired = true;
    if (leases == 0) {
      delete();
    }
  }

  private void delete() throws IOException {
    abandon();
    IndexFolder.delete(folder);
  }

  private static final class ScoringSearchers extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before)
        throws IOException {
      return new ProductSearcher(reader, SCORING);
    }
  }
}
