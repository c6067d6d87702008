package dev.kindred.engine;

import dev.kindred.indexer.catalog.Completion;
import dev.kindred.indexer.generation.TrainingProgress;
import dev.kindred.indexer.generation.TrainingReport;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A shop's data directory, opened: everything Kindred can do is found from here.
 *
 * <p>One process opens a directory for serving; others may write to its store at the same time, and
 * the serving one follows. Safe for use by many threads.
 */
public final class Kindred implements AutoCloseable {

  private Kindred() {}

  /**
   * Opens a data directory, creates it if it is not there, and brings the index up to the store.
   *
   * @throws DataDirectoryException if it is in use, of a newer version, or not writable
   */
  public static Kindred open(Path directory, Settings settings) {
    throw new IllegalStateException(directory + " " + settings);
  }

  /** What matches this query, for this person? */
  public Answer search(SearchRequest request) {
    throw new IllegalStateException(request.toString());
  }

  /** What should this person see? */
  public Answer recommend(RecommendRequest request) {
    throw new IllegalStateException(request.toString());
  }

  /**
   * What could be bought instead of this product?
   *
   * @throws UnknownProductException if there is no such product
   */
  public Answer similar(RelatedRequest request) {
    throw new IllegalStateException(request.toString());
  }

  /**
   * What is bought along with this product?
   *
   * @throws UnknownProductException if there is no such product
   */
  public Answer boughtTogether(RelatedRequest request) {
    throw new IllegalStateException(request.toString());
  }

  /** What everybody wants lately; the audience's own purchases are left out if it says so. */
  public Answer trending(RecommendRequest request) {
    throw new IllegalStateException(request.toString());
  }

  /** Continuations of what somebody types. */
  public List<Completion> suggest(String prefix, int limit) {
    throw new IllegalStateException(prefix + limit);
  }

  /** A product as the index last saw it. */
  public Optional<Product> product(String id) {
    throw new IllegalStateException(id);
  }

  /** What a user's events say about them; empty if there are none. */
  public Optional<Profile> profile(String user) {
    throw new IllegalStateException(user);
  }

  /**
   * Waits until all changes up to a sequence number can be found.
   *
   * @return whether that happened within the time
   */
  public boolean awaitVisible(long sequence, Duration atMost) {
    throw new IllegalStateException(sequence + " " + atMost);
  }

  /** Trains a new generation from the store, compares it with the serving one, and switches. */
  public TrainingReport train(TrainingProgress progress) {
    throw new IllegalStateException(progress.toString());
  }

  /**
   * Serves another generation.
   *
   * @throws IllegalArgumentException if there is no such generation
   */
  public void activate(int generation) {
    throw new IllegalStateException("" + generation);
  }

  /**
   * Serves the generation that served before this one.
   *
   * @return its number
   * @throws IllegalStateException if there is none
   */
  public int rollback() {
    throw new IllegalStateException();
  }

  /** Builds a fresh index beside the serving one and switches to it. */
  public void rebuildIndex() {
    throw new IllegalStateException();
  }

  /** What is held. */
  public Status status() {
    throw new IllegalStateException();
  }

  /** What is broken, in words; empty when all is whole. */
  public List<String> check() {
    throw new IllegalStateException();
  }

  /**
   * Writes a consistent copy of the directory while serving.
   *
   * @throws DataDirectoryException if the target is not empty or not writable
   */
  public void backup(Path target) {
    throw new IllegalStateException(target.toString());
  }

  /** The store of record, for writing; what is written can be found soon after. */
  public Store store() {
    throw new IllegalStateException();
  }

  @Override
  public void close() {}
}
