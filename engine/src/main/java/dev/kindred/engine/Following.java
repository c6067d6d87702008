package dev.kindred.engine;

import dev.kindred.indexer.catalog.ProductNumbers;
import dev.kindred.indexer.generation.Generation;
import dev.kindred.indexer.generation.Generations;
import dev.kindred.indexer.index.LuceneCatalog;
import dev.kindred.indexer.index.ServingFactors;
import dev.kindred.indexer.store.Store;
import dev.kindred.indexer.trend.Trends;
import dev.kindred.learn.EventWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps what is derived from the store, other than the index, up to date: trends, rules, synonyms,
 * the generation that serves, what reviews say, and the factors of little-known products. A thread
 * looks once a second, and at once when woken.
 */
final class Following implements AutoCloseable {
  private static final long MILLIS_BETWEEN_LOOKS = 1_000;
  private static final Duration MOVING_AT_ONCE = Duration.ofMillis(200);

  private final Store store;
  private final Generations generations;
  private final Trends trends;
  private final Optional<Path> trendsFile;
  private final RuleBook rules;
  private final SynonymBook synonyms;
  private final LuceneCatalog catalog;
  private final ProductContent contents;
  private final MovingFactors moving;
  /* The serving generation and the one before, for views that were opened before the switch. */
  private final Map<Integer, Generation> loaded = new ConcurrentHashMap<>();
  private final Semaphore wakes = new Semaphore(0);
  private final Thread thread =
      Thread.ofPlatform().name("store-follower").daemon().unstarted(this::run);
  private volatile boolean closed;
  private int served;

  Following(
      Store store,
      Generations generations,
      Trends trends,
      Optional<Path> trendsFile,
      RuleBook rules,
      SynonymBook synonyms,
      LuceneCatalog catalog,
      ProductContent contents,
      EventWeights weights) {
    this.store = store;
    this.generations = generations;
    this.trends = trends;
    this.trendsFile = trendsFile;
    this.rules = rules;
    this.synonyms = synonyms;
    this.catalog = catalog;
    this.contents = contents;
    this.moving = new MovingFactors(store, catalog, contents, weights, MOVING_AT_ONCE);
    generations.serving().ifPresent(this::serve);
  }

  void start() {
    thread.start();
  }

  /** Says that the store has changed. */
  void wake() {
    if (wakes.availablePermits() == 0) {
      wakes.release();
    }
  }

  /** The generation of a view. */
  Optional<Generation> generation(int number) {
    return Optional.ofNullable(loaded.get(number));
  }

  /** Takes up the shop's rules and synonyms as they are in the store. */
  void followDecisions() {
    rules.follow(store);
    synonyms.follow(store);
  }

  /** Serves the generation that the store says should serve, from the next view on. */
  synchronized void followGenerations() {
    generations.follow().ifPresent(this::serve);
  }

  private synchronized void serve(Generation generation) {
    loaded.put(generation.number(), generation);
    Map<String, Integer> numbers = store.productNumbers(generation.products());
    int[] again =
        numbers.entrySet().stream()
            .filter(product -> generation.isBoughtAgain(product.getKey()))
            .mapToInt(Map.Entry::getValue)
            .toArray();
    ServingFactors factors =
        new ServingFactors(
            generation.number(),
            generation.factors(),
            ProductNumbers.of(again),
            product -> Optional.of(generation.predicted(contents.features(product))));
    numbers.forEach((id, number) -> generation.trained(id).ifPresent(f -> factors.put(number, f)));
    catalog.switchTo(factors);
    int previous = served;
    served = generation.number();
    loaded.keySet().removeIf(number -> number != previous && number != served);
  }

  private void run() {
    while (!closed) {
      try {
        trends.follow(store);
        saveTrends();
        followDecisions();
        followGenerations();
        contents.follow(store);
        Optional.ofNullable(loaded.get(served)).ifPresent(moving::follow);
      } catch (RuntimeException e) {
        // The index's own follower reports what is wrong with the store; this one tries again.
        pause();
      }
      pause();
    }
  }

  private void saveTrends() {
    try {
      if (trendsFile.isPresent()) {
        trends.saveIfGrown(trendsFile.get());
      }
    } catch (IOException e) {
      // The next start counts the events itself.
    }
  }

  private void pause() {
    try {
      if (wakes.tryAcquire(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
        wakes.drainPermits();
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    wakes.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
