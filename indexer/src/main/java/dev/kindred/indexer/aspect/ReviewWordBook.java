package dev.kindred.indexer.aspect;

import dev.kindred.analyzers.ReviewLikeness;
import dev.kindred.analyzers.ReviewWords;
import dev.kindred.indexer.store.ReviewChange;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Review;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The words of the reviews of all products, as they were when the store was last {@link #follow
 * followed}. Needs no models. One thread at a time follows; any number may read meanwhile.
 */
public final class ReviewWordBook {
  private static final int PAGE = 500;
  /* When a review goes, the product's others are read again; so many of them at most. */
  private static final int MOST_READ_AGAIN = 10_000;

  private static final Comparator<Changed> IN_ORDER =
      Comparator.comparingLong(Changed::sequence).thenComparing(Changed::product);

  private final Map<String, String> productOf = new HashMap<>();
  private final Map<String, ReviewWords> words = new ConcurrentHashMap<>();
  private final Map<String, Long> lastChange = new HashMap<>();
  private final ConcurrentSkipListSet<Changed> changes = new ConcurrentSkipListSet<>(IN_ORDER);
  private final ReviewLikeness likeness = new ReviewLikeness();
  private long followed;
  private long forgotten;

  /** A book that has followed nothing yet. */
  public ReviewWordBook() {}

  /**
   * A product whose words changed.
   *
   * @param sequence the store's number of the last change of its reviews
   */
  public record Changed(long sequence, String product) {}

  /** The words of a product's reviews. */
  public ReviewWords of(String product) {
    return words.getOrDefault(product, ReviewWords.NONE);
  }

  /** How alike people speak of two products, 0 to below 1. */
  public double likeness(String product, String other) {
    ReviewWords first = of(product);
    ReviewWords second = of(other);
    return first.isEmpty() || second.isEmpty() ? 0 : likeness.of(first, second);
  }

  /** Whether no product has reviews. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** The products whose words changed after a number of the store, in the order of the changes. */
  public List<Changed> changedAfter(long sequence) {
    return List.copyOf(changes.tailSet(new Changed(sequence + 1, ""), true));
  }

  /** Takes up what was changed in the store since the last call. */
  public synchronized void follow(Store store) {
    List<Long> gone = store.forgottenAfter(forgotten);
    Map<String, ReviewWords> before = Map.of();
    if (!gone.isEmpty()) {
      // Whose reviews went is not said: all are taken up anew.
      forgotten = gone.getLast();
      before = Map.copyOf(words);
      before.forEach((product, said) -> put(product, ReviewWords.NONE));
      productOf.clear();
      followed = 0;
    }
    List<ReviewChange> page;
    do {
      page = store.reviewChanges(followed, PAGE);
      take(page, store);
    } while (page.size() == PAGE);
    before.forEach((product, said) -> {
      if (!of(product).equals(said)) {
        changed(product, forgotten);
      }
    });
  }

  private void take(List<ReviewChange> page, Store store) {
    Map<String, List<Review>> more = new HashMap<>();
    Set<String> less = new HashSet<>();
    Map<String, Long> sequences = new HashMap<>();
    for (ReviewChange change : page) {
      followed = change.sequence();
      Optional<String> now = change.review().map(Review::product);
      Optional<String> was = Optional.ofNullable(productOf.remove(change.id()));
      now.ifPresent(product -> productOf.put(change.id(), product));
      was.ifPresent(product -> {
        less.add(product);
        sequences.put(product, change.sequence());
      });
      change
          .review()
          .ifPresent(review -> {
            more.computeIfAbsent(review.product(), p -> new ArrayList<>()).add(review);
            sequences.put(review.product(), change.sequence());
          });
    }
    sequences.forEach((product, sequence) -> {
      ReviewWords before = of(product);
      ReviewWords after =
          less.contains(product)
              ? ReviewWords.of(store.reviewsOf(product, MOST_READ_AGAIN))
              : before.with(more.getOrDefault(product, List.of()));
      if (!after.equals(before)) {
        put(product, after);
        changed(product, sequence);
      }
    });
  }

  private void put(String product, ReviewWords after) {
    likeness.change(of(product), after);
    if (after.isEmpty()) {
      words.remove(product);
    } else {
      words.put(product, after);
    }
  }

  private void changed(String product, long sequence) {
    Long before = lastChange.put(product, sequence);
    if (before != null) {
      changes.remove(new Changed(before, product));
    }
    changes.add(new Changed(sequence, product));
  }
}
