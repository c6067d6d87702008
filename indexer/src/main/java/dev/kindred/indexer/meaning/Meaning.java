package dev.kindred.indexer.meaning;

import dev.kindred.analyzers.embedding.ByteVector;
import dev.kindred.analyzers.embedding.EmbeddingCache;
import dev.kindred.analyzers.embedding.OnnxEmbedder;
import dev.kindred.analyzers.embedding.SentenceModel;
import dev.kindred.analyzers.embedding.SentenceModelException;
import dev.kindred.analyzers.embedding.TextEmbedder;
import dev.kindred.indexer.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The meaning of products and queries. Safe for many threads.
 *
 * <p>The model is loaded in the background; until it is there, and for good if it is missing or
 * broken, queries have no vector and search goes by words. At most as many queries as the machine
 * has processors are embedded at a time; one that would wait long for its turn goes by words too.
 */
public final class Meaning implements AutoCloseable {
  private static final String GRAPH = "graph";
  private static final int QUERIES_KEPT = 10_000;
  private static final long PATIENCE_MILLIS = 200;

  /** Loads a model; thrown is what people are told. */
  @FunctionalInterface
  public interface Loader {
    TextEmbedder load() throws SentenceModelException;
  }

  private final TextVectors vectors = new TextVectors();
  private final RecentQueries recent = new RecentQueries(QUERIES_KEPT);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final Optional<VectorFollower> follower;
  private volatile Optional<TextEmbedder> embedder = Optional.empty();
  private volatile String trouble = "";

  private Meaning(Optional<Loader> loader, Store store, Path cache, TextGraph graph) {
    vectors.graph(graph);
    follower =
        loader.map(
            l -> new VectorFollower(store, vectors, graph, () -> load(l, cache), this::failed));
    follower.ifPresent(VectorFollower::start);
  }

  /**
   * Begins to load the model and to embed what the store holds.
   *
   * @param folder for vectors, if the settings do not name one
   */
  public static Meaning open(MeaningSettings settings, Store store, Path folder) {
    Loader loader =
        () ->
            OnnxEmbedder.open(
                settings.model().isPresent()
                    ? SentenceModel.in(settings.model().get())
                    : SentenceModel.bundled());
    return new Meaning(
        settings.on() ? Optional.of(loader) : Optional.empty(),
        store,
        settings.cache().orElse(folder),
        new TextGraph(folder.resolve(GRAPH), TextGraph.FROM));
  }

  /** The same with a model of any kind. */
  public static Meaning open(Loader loader, Store store, Path folder) {
    return open(loader, store, folder, TextGraph.FROM);
  }

  /** The same with a graph of the vectors from a number of products on. */
  public static Meaning open(Loader loader, Store store, Path folder, int graphFrom) {
    return new Meaning(
        Optional.of(loader), store, folder, new TextGraph(folder.resolve(GRAPH), graphFrom));
  }

  /** Vectors of products, by number. */
  public TextVectors vectors() {
    return vectors;
  }

  /** The vector of a query; empty while or because there is no model, or under heavy load. */
  public Optional<ByteVector> query(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (embedder.isEmpty() || plain.isEmpty()) {
      return Optional.empty();
    }
    Optional<ByteVector> known = recent.get(plain);
    return known.isPresent() ? known : embedded(plain);
  }

  private Optional<ByteVector> embedded(String plain) {
    try {
      if (!turns.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      Optional<ByteVector> vector = embedder.map(e -> ByteVector.of(e.embed(plain)));
      vector.ifPresent(v -> recent.put(plain, v));
      return vector;
    } finally {
      turns.release();
    }
  }

  /**
   * Whether a word, in small letters, may be a common one of the model's language: any may while
   * the model is being loaded, none without a model.
   */
  public boolean mayKnow(String word) {
    return isLoading() || embedder.filter(e -> e.knows(word)).isPresent();
  }

  private boolean isLoading() {
    return follower.isPresent() && trouble.isEmpty() && embedder.isEmpty();
  }

  /** Says that the store has changed. */
  public void wake() {
    follower.ifPresent(VectorFollower::wake);
  }

  /**
   * Waits until the products of all changes up to a number have their vectors.
   *
   * @return whether that happened within the time; false at once if there is no model
   */
  public boolean await(long sequence, Duration atMost) throws InterruptedException {
    return follower.isPresent() && follower.get().await(sequence, atMost);
  }

  /** How it stands, in one line. */
  public String state() {
    if (follower.isEmpty()) {
      return "off: embedding.on is false";
    }
    if (!trouble.isEmpty()) {
      return "off: " + trouble;
    }
    return isLoading() ? "loading the model" : "on: " + vectors.size() + " products embedded";
  }

  private VectorFollower.Source load(Loader loader, Path folder) throws SentenceModelException {
    TextEmbedder loaded = loader.load();
    EmbeddingCache cache = EmbeddingCache.open(folder, loaded);
    embedder = Optional.of(loaded);
    return new VectorFollower.Source(loaded, cache);
  }

  /* Nobody embeds what changes any more: then better no search by meaning than a stale one. */
  private void failed(Exception e) {
    embedder = Optional.empty();
    trouble = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** Waits for queries under way, which still use the model; a second call does nothing. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    embedder = Optional.empty();
    follower.ifPresent(VectorFollower::close);
    try {
      turns.acquire(Runtime.getRuntime().availableProcessors());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    follower.ifPresent(VectorFollower::release);
  }
}
