package dev.kindred.engine;

import dev.kindred.analyzers.title.TitleFeatures;
import dev.kindred.analyzers.title.TitleReader;
import dev.kindred.analyzers.title.TitleStatistics;
import dev.kindred.indexer.store.ProductChange;
import dev.kindred.indexer.store.Store;
import dev.kindred.indexer.store.StoreException;
import dev.kindred.model.Product;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads titles with the statistics of the catalogue, which a thread of its own gathers when the
 * first title is asked for, and again when they are older than an hour.
 */
final class TitleBook {
  private static final int MOST_PRODUCTS = 50_000;
  private static final int PAGE = 1_000;
  private static final Duration FRESH = Duration.ofHours(1);

  private final Store store;
  private final InstantSource clock;
  private final AtomicBoolean gathering = new AtomicBoolean();
  private volatile Optional<TitleReader> reader = Optional.empty();
  private volatile Instant gathered = Instant.EPOCH;

  TitleBook(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What a product's title states; empty for a moment until the catalogue's titles are read. */
  Optional<TitleFeatures> of(Product product) {
    if (gathered.plus(FRESH).isBefore(clock.instant())) {
      gather();
    }
    return reader.map(r -> r.read(product.title()));
  }

  private void gather() {
    if (gathering.compareAndSet(false, true)) {
      Thread.ofPlatform()
          .name("titles")
          .daemon()
          .start(() -> {
            try {
              reader = Optional.of(new TitleReader(new TitleStatistics(some())));
              gathered = clock.instant();
            } catch (StoreException e) {
              // The store is busy or being closed: the next title asks again.
            } finally {
              gathering.set(false);
            }
          });
    }
  }

  private List<Product> some() {
    List<Product> some = new ArrayList<>();
    long after = 0;
    while (some.size() < MOST_PRODUCTS) {
      List<ProductChange> page = store.productChanges(after, PAGE);
      page.forEach(change -> change.product().ifPresent(some::add));
      if (page.size() < PAGE) {
        return some;
      }
      after = page.getLast().sequence();
    }
    return some;
  }
}
