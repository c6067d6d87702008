package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.Catalog;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.meaning.TextVectors;
import dev.kindred.indexer.store.ProductChange;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The catalogue in Lucene, kept up with a store.
 *
 * <p>One process opens a folder at a time. A thread of its own applies the store's changes in the
 * order of their numbers; after a crash it goes on from the last commit. Safe for many threads.
 */
public final class LuceneCatalog implements Catalog {
  private static final int PAGE = 1_000;

  private final Store store;
  private final Shelf shelf;
  private final Popularity popularity;
  private final ProductCache cache = new ProductCache();
  private final ReentrantLock applying = new ReentrantLock();
  private final Follower follower;
  private final FactorShelf factorShelf;
  private final TextVectors vectors;
  private volatile ServedFactors served;
  private volatile Function<String, List<String>> likedAspects = product -> List.of();

  private LuceneCatalog(
      Store store,
      Shelf shelf,
      FactorShelf factors,
      TextVectors vectors,
      Popularity popularity,
      Duration refresh) {
    this.vectors = vectors;
    this.store = store;
    this.shelf = shelf;
    this.factorShelf = factors;
    this.served = ServedFactors.scanned(ServingFactors.NONE);
    this.popularity = popularity;
    this.follower = new Follower(new Following(), refresh);
  }

  /**
   * Opens the index in a folder, new if there is none, and starts to follow the store. An index
   * that an older program made serves until a fresh one is built in the background.
   *
   * @param vectors what products mean, by number
   * @param refresh how often changes become visible when nobody waits for them
   * @throws UncheckedIOException if another process has the index open, or the disk fails
   */
  public static LuceneCatalog open(
      Path folder, Store store, TextVectors vectors, Popularity popularity, Duration refresh) {
    return open(folder, store, vectors, popularity, refresh, FactorPlan.SCAN);
  }

  static LuceneCatalog open(
      Path folder,
      Store store,
      TextVectors vectors,
      Popularity popularity,
      Duration refresh,
      FactorPlan plan) {
    try {
      Shelf shelf = Shelf.open(folder);
      FactorShelf factors = new FactorShelf(folder, plan);
      LuceneCatalog catalog =
          new LuceneCatalog(store, shelf, factors, vectors, popularity, refresh);
      catalog.follower.start();
      if (!shelf.serving().isCurrent()) {
        Thread.ofPlatform().name("index-rebuild").daemon().start(catalog::rebuild);
      }
      return catalog;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CatalogView view() {
    // An index retired between the two steps cannot be leased any more; the next one can.
    while (true) {
      ProductIndex index = shelf.serving();
      Optional<ProductIndex.Lease> lease = index.lease();
      if (lease.isPresent()) {
        return new LuceneView(lease.get(), served, vectors, popularity, likedAspects, cache);
      }
    }
  }

  /**
   * Says what people like in a product, for the facet {@code aspects}.
   *
   * @param liked names of aspects by product id
   */
  public void likedAspects(Function<String, List<String>> liked) {
    likedAspects = liked;
  }

  /** Number of the last change that can be found. */
  public long sequence() {
    return shelf.serving().visible();
  }

  /** What keeps the index from following the store, in words; empty when all is well. */
  public Optional<String> trouble() {
    return follower.trouble();
  }

  /** Says that the store has changed, so that the change is applied without delay. */
  public void wake() {
    follower.wake();
  }

  /**
   * Waits until all changes up to a number can be found.
   *
   * @return whether that happened within the time
   */
  public boolean awaitVisible(long sequence, Duration atMost) throws InterruptedException {
    return follower.awaitVisible(sequence, atMost);
  }

  /** The factors that serve. */
  public ServingFactors factors() {
    return served.factors();
  }

  /**
   * Serves other factors from the next view on. Products without a row get theirs from the prior
   * before that, and a large catalogue its graph; that may take minutes, in which the factors
   * before go on serving.
   */
  public synchronized void switchTo(ServingFactors next) {
    try {
      if (served.factors().generation() == next.generation()) {
        // Two graphs of one generation would share a folder: until the new one is there, scan.
        serve(ServedFactors.scanned(served.factors()));
      }
      ServedFactors prepared = factorShelf.prepare(next, expectMissing(next));
      applying.lock();
      try {
        // What was applied meanwhile; afterwards no change gets in until the switch is done.
        shelf.serving().refresh();
        prepared.hold(expectMissing(next));
        serve(prepared);
      } catch (IOException | RuntimeException e) {
        prepared.retire();
        throw e;
      } finally {
        applying.unlock();
      }
      factorShelf.keepOnly(prepared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives a product another factor in the generation that serves; later views see it, and views
   * that are open may.
   *
   * @return whether that generation serves
   */
  public boolean move(int generation, int number, float[] factor) {
    applying.lock();
    try {
      if (served.factors().generation() != generation) {
        return false;
      }
      served.move(number, factor);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      applying.unlock();
    }
  }

  /**
   * Gives a product the factor that its content leads one to expect now, in the generation that
   * serves, unless it has one that was learned or moved.
   *
   * @return whether it has another factor now
   */
  public boolean expect(int generation, int number, Product product) {
    applying.lock();
    try {
      return served.factors().generation() == generation && served.expect(number, product);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      applying.unlock();
    }
  }

  private void serve(ServedFactors next) throws IOException {
    applying.lock();
    try {
      served.retire();
      served = next;
    } finally {
      applying.unlock();
    }
  }

  /** Expects a factor of every product without one; the numbers of all products. */
  private BitSet expectMissing(ServingFactors next) throws IOException {
    BitSet all = new BitSet();
    if (next.dimension() == 0) {
      return all;
    }
    try (ProductIndex.Lease lease = shelf.serving().lease().orElseThrow()) {
      ProductReader products = new ProductReader(lease.searcher(), cache);
      for (LeafReaderContext leaf : lease.searcher().getLeafContexts()) {
        SegmentColumns columns = SegmentColumns.of(leaf);
        var live = leaf.reader().getLiveDocs();
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          if (live == null || live.get(doc)) {
            int number = columns.number(doc);
            all.set(number);
            if (!next.rows().has(number)) {
              next.expect(number, products.product(leaf.docBase + doc));
            }
          }
        }
      }
    }
    return all;
  }

  /**
   * Builds a fresh index from the store beside the serving one and switches to it. Changes go on
   * being applied and found meanwhile.
   */
  public void rebuild() {
    try {
      ProductIndex fresh = shelf.fresh();
      try {
        while (applyPage(fresh, Optional.empty())) {
          // The bulk, without holding up the serving index.
        }
        fresh.commit();
        applying.lock();
        try {
          while (applyPage(fresh, Optional.empty())) {
            // What changed meanwhile.
          }
          fresh.commit();
          fresh.refresh();
          shelf.switchTo(fresh);
        } finally {
          applying.unlock();
        }
      } catch (IOException | RuntimeException e) {
        if (shelf.serving() != fresh) {
          fresh.retire();
        }
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Applies the next changes to an index; whether there may be more. */
  private boolean applyPage(ProductIndex index, Optional<ServedFactors> expecting)
      throws IOException {
    // Read before the changes: whatever has a number up to it is among them, unless they are cut.
    long end = store.sequence();
    if (end <= index.applied()) {
      return false;
    }
    List<ProductChange> changes = store.productChanges(index.applied(), PAGE);
    expecting.ifPresent(factors -> changes.forEach(factors::follow));
    boolean cut = changes.size() == PAGE;
    long last = changes.isEmpty() ? 0 : changes.getLast().sequence();
    index.apply(changes, cut ? last : Math.max(end, last));
    return cut;
  }

  @Override
  public void close() {
    follower.close();
    applying.lock();
    try {
      shelf.close();
      served.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      applying.unlock();
    }
  }

  /** The follower's view of this catalogue. */
  private final class Following implements Follower.Work {
    @Override
    public boolean catchUp() {
      applying.lock();
      try {
        if (!shelf.serving().isOpen()) {
          shelf.reopen();
        }
        served = served.working();
        return applyPage(shelf.serving(), Optional.of(served));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        applying.unlock();
      }
    }

    @Override
    public void refresh() {
      applying.lock();
      try {
        // The graph first: what it finds too early is not among the matches.
        served.refresh();
        shelf.serving().refresh();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        applying.unlock();
      }
    }

    @Override
    public void commit() {
      applying.lock();
      try {
        shelf.serving().commit();
        served.commit();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        applying.unlock();
      }
    }

    @Override
    public boolean isDirty() {
      return shelf.serving().applied() != shelf.serving().visible();
    }

    @Override
    public long visible() {
      return shelf.serving().visible();
    }
  }
}
