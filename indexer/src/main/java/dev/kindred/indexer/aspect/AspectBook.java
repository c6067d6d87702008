package dev.kindred.indexer.aspect;

import dev.kindred.analyzers.review.AspectSummary;
import dev.kindred.analyzers.review.ReviewFindings;
import dev.kindred.analyzers.review.ReviewReader;
import dev.kindred.indexer.store.ReviewChange;
import dev.kindred.indexer.store.Store;
import dev.kindred.indexer.store.StoreException;
import dev.kindred.model.Review;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoublePredicate;
import java.util.function.Function;

/**
 * The aspects of all reviewed products, kept up by a thread of its own. Safe for many threads.
 *
 * <p>Models are loaded when the first unread review comes, so that a shop without reviews pays
 * nothing. A sample of the reviews is looked at before any is read ({@link ReviewSample}); when
 * there are twice as many, up to a few thousand, all are read again with what the larger sample
 * teaches.
 */
public final class AspectBook implements AutoCloseable {
  private static final int PAGE = 500;

  /* So many are read before it is asked again whether to stop: half a second at most. */
  private static final int AT_ONCE = 64;
  private static final long MILLIS_BETWEEN_LOOKS = 1_000;

  private final Store store;
  private final Path folder;
  private final Function<List<Review>, Function<Review, ReviewFindings>> readers;
  private final Map<String, Map<String, ReviewFindings>> findings = new HashMap<>();
  private final Map<String, String> productOf = new HashMap<>();
  private final Map<String, String> hashOf = new HashMap<>();
  private final Map<String, List<ReviewFindings.Opinion>> opinions = new ConcurrentHashMap<>();
  private final Map<String, AspectSummary> summaries = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private final Condition moved = lock.newCondition();
  private final Thread thread = Thread.ofPlatform().name("aspects").daemon().unstarted(this::run);
  private Optional<Function<Review, ReviewFindings>> reader = Optional.empty();
  private long followed;
  private long forgotten;
  private boolean someGone;
  private volatile String trouble = "";
  private boolean woken;
  private volatile boolean closed;

  private AspectBook(
      Store store, Path folder, Function<List<Review>, Function<Review, ReviewFindings>> readers) {
    this.store = store;
    this.folder = folder;
    this.readers = readers;
  }

  /**
   * Begins to follow a store's reviews.
   *
   * @param folder in which findings are kept
   */
  public static AspectBook open(Store store, Path folder) {
    return open(store, folder, some -> new ReviewReader().knowing(some)::read);
  }

  /** The same with a reader of any kind, made of a sample of the reviews when it is needed. */
  static AspectBook open(
      Store store, Path folder, Function<List<Review>, Function<Review, ReviewFindings>> readers) {
    AspectBook book = new AspectBook(store, folder, readers);
    book.thread.setPriority(Thread.MIN_PRIORITY);
    book.thread.start();
    return book;
  }

  /** What the reviews of a product say; empty if it has none. */
  public Optional<AspectSummary> of(String product) {
    return Optional.ofNullable(summaries.get(product));
  }

  /** Ids of the products whose share of praise for an aspect passes, ascending. */
  public Set<String> products(String aspect, DoublePredicate passes) {
    Set<String> products = new TreeSet<>();
    summaries.forEach((product, summary) -> {
      boolean found =
          summary.aspects().stream()
              .anyMatch(a -> a.name().equals(aspect) && passes.test(a.positive()));
      if (found) {
        products.add(product);
      }
    });
    return products;
  }

  /** What a review thinks of what it mentions; empty if it was not read. */
  public List<ReviewFindings.Opinion> opinions(String review) {
    return opinions.getOrDefault(review, List.of());
  }

  /** The names of the aspects that people like in a product, most mentioned first. */
  public List<String> liked(String product) {
    AspectSummary summary = summaries.get(product);
    return summary == null ? List.of() : summary.liked();
  }

  /** Ids of the products in which people like an aspect, ascending. */
  public Set<String> productsLikedFor(String aspect) {
    Set<String> products = new TreeSet<>();
    summaries.forEach((product, summary) -> {
      if (summary.liked().contains(aspect)) {
        products.add(product);
      }
    });
    return products;
  }

  /** Whether no product has reviews that were read. */
  public boolean isEmpty() {
    return summaries.isEmpty();
  }

  /** What keeps reviews from being read, in words; empty when all is well. */
  public Optional<String> trouble() {
    return Optional.of(trouble).filter(t -> !t.isEmpty());
  }

  /** Says that the store has changed. */
  public void wake() {
    lock.lock();
    try {
      woken = true;
      wanted.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the reviews of all changes up to a number are read.
   *
   * @return whether that happened within the time
   */
  public boolean await(long sequence, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (followed < sequence && !closed && left > 0) {
        woken = true;
        wanted.signal();
        left = moved.awaitNanos(left);
      }
      return followed >= sequence;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    Optional<FindingsFile> file = Optional.empty();
    try {
      while (!closed) {
        try {
          long seen = store.sequence();
          if (file.isEmpty() && !store.reviewChanges(0, 1).isEmpty()) {
            file = Optional.of(new FindingsFile(folder));
          }
          follow(file, seen);
          trouble = "";
        } catch (StoreException e) {
          // The index's own follower reports what is wrong with the store; this one tries again.
        } catch (UncheckedIOException e) {
          trouble = "what reviews say cannot be kept: " + e.getMessage();
          file = Optional.empty();
        }
        rest();
      }
    } finally {
      file.ifPresent(FindingsFile::close);
    }
  }

  /**
   * Takes up what is new.
   *
   * @param file of findings; empty if there were no reviews
   * @param seen sequence of the store before it was asked for reviews
   */
  private void follow(Optional<FindingsFile> file, long seen) {
    List<Long> gone = store.forgottenAfter(forgotten);
    if (!gone.isEmpty()) {
      // Whose reviews went is not said: all are taken up anew.
      forgotten = gone.getLast();
      findings.clear();
      productOf.clear();
      hashOf.clear();
      opinions.clear();
      someGone = true;
      summaries.clear();
      followed = 0;
    }
    boolean more = file.isPresent();
    long end = seen;
    while (more && !closed) {
      learn(file.orElseThrow());
      end = store.sequence();
      List<ReviewChange> changes = store.reviewChanges(followed, PAGE);
      Set<String> touched = new HashSet<>();
      for (int from = 0; from < changes.size(); from += AT_ONCE) {
        if (closed) {
          return;
        }
        List<ReviewChange> some = changes.subList(from, Math.min(from + AT_ONCE, changes.size()));
        readAll(some, file.orElseThrow());
        some.forEach(change -> take(change, file.orElseThrow(), touched));
      }
      touched.forEach(this::sumUp);
      file.orElseThrow().flush();
      boolean full = changes.size() == PAGE;
      if (full) {
        moveTo(changes.getLast().sequence());
      }
      more = full || canLearn(file.orElseThrow());
    }
    if (someGone && file.isPresent()) {
      file.get().keepOnly(new HashSet<>(hashOf.values()));
      someGone = false;
    }
    moveTo(Math.max(end, followed));
  }

  private boolean canLearn(FindingsFile file) {
    return ReviewSample.level(productOf.size()) > file.level();
  }

  /** Forgets what was found if there is more to learn from the reviews than when it was found. */
  private void learn(FindingsFile file) {
    if (followed > 0 && !canLearn(file)) {
      return;
    }
    int level = ReviewSample.level(ReviewSample.count(store));
    if (level > file.level()) {
      file.startOver(level);
      reader = Optional.empty();
      followed = 0;
    }
  }

  private void moveTo(long sequence) {
    lock.lock();
    try {
      followed = sequence;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void take(ReviewChange change, FindingsFile file, Set<String> touched) {
    Optional<String> before = Optional.ofNullable(productOf.remove(change.id()));
    hashOf.remove(change.id());
    opinions.remove(change.id());
    someGone |= change.review().isEmpty();
    before.ifPresent(product -> {
      touched.add(product);
      Map<String, ReviewFindings> others = findings.get(product);
      if (others != null) {
        others.remove(change.id());
      }
    });
    change
        .review()
        .ifPresent(review -> {
          touched.add(review.product());
          productOf.put(review.id(), review.product());
          hashOf.put(review.id(), FindingsFile.hash(review));
          ReviewFindings found = file.get(review).orElseThrow();
          if (review.user().isPresent() && !found.opinions().isEmpty()) {
            opinions.put(review.id(), found.opinions());
          }
          findings
              .computeIfAbsent(review.product(), p -> new LinkedHashMap<>())
              .put(review.id(), found);
        });
  }

  /** Reads those that are not read yet, on all processors, each text once. */
  private void readAll(List<ReviewChange> changes, FindingsFile file) {
    Map<String, Review> unread = new LinkedHashMap<>();
    for (ReviewChange change : changes) {
      change
          .review()
          .filter(review -> file.get(review).isEmpty())
          .ifPresent(review -> unread.put(FindingsFile.hash(review), review));
    }
    if (unread.isEmpty()) {
      return;
    }
    Function<Review, ReviewFindings> reading =
        reader.orElseGet(
            () -> readers.apply(file.level() == 0 ? List.of() : ReviewSample.of(store)));
    reader = Optional.of(reading);
    List<Review> reviews = List.copyOf(unread.values());
    List<ReviewFindings> found =
        reviews.parallelStream().map(review -> reading(reading, review)).toList();
    for (int i = 0; i < reviews.size(); i++) {
      file.put(reviews.get(i), found.get(i));
    }
  }

  /* One review that cannot be read must not keep the others from being read. */
  private static ReviewFindings reading(Function<Review, ReviewFindings> reader, Review review) {
    try {
      return reader.apply(review);
    } catch (RuntimeException e) {
      return new ReviewFindings(ReviewFindings.Fate.UNREADABLE, List.of());
    }
  }

  private void sumUp(String product) {
    Map<String, ReviewFindings> reviews = findings.getOrDefault(product, Map.of());
    if (reviews.isEmpty()) {
      findings.remove(product);
      summaries.remove(product);
    } else {
      long samples = reviews.keySet().stream().filter(id -> id.startsWith(Review.SAMPLE)).count();
      summaries.put(product, AspectSummary.of(reviews.values()).withSamples((int) samples));
    }
  }

  private void rest() {
    lock.lock();
    try {
      if (!woken && !closed && wanted.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
        // Woken by a change.
      }
      woken = false;
    } catch (InterruptedException e) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
