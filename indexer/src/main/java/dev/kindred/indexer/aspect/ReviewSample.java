package dev.kindred.indexer.aspect;

import dev.kindred.indexer.store.ReviewChange;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Review;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Some of a store's reviews, to know what reviews of its products are like before they are read.
 * Which ones depends on their ids alone, not on the order in which they came.
 */
final class ReviewSample {
  private static final int PAGE = 500;
  private static final int MOST = 4_096;
  private static final int FIRST = 32;
  private static final Comparator<Review> ORDER =
      Comparator.<Review>comparingInt(review -> spread(review.id())).thenComparing(Review::id);

  private ReviewSample() {}

  /**
   * How much a number of reviews can teach: 0 below 32, one more with each doubling up to 4,096.
   */
  static int level(int reviews) {
    int enough = Math.min(reviews, MOST);
    return enough < FIRST
        ? 0
        : Integer.numberOfTrailingZeros(Integer.highestOneBit(enough) / FIRST) + 1;
  }

  /** How many reviews there are, counted no further than to a number that teaches the most. */
  static int count(Store store) {
    int count = 0;
    long after = 0;
    List<ReviewChange> changes;
    do {
      changes = store.reviewChanges(after, PAGE);
      count += (int) changes.stream().filter(change -> change.review().isPresent()).count();
      after = changes.isEmpty() ? after : changes.getLast().sequence();
    } while (changes.size() == PAGE && count < MOST);
    return count;
  }

  /** At most {@value #MOST} reviews. */
  static List<Review> of(Store store) {
    PriorityQueue<Review> kept = new PriorityQueue<>(ORDER.reversed());
    long after = 0;
    List<ReviewChange> changes;
    do {
      changes = store.reviewChanges(after, PAGE);
      for (ReviewChange change : changes) {
        change.review().ifPresent(kept::add);
        if (kept.size() > MOST) {
          kept.remove();
        }
        after = change.sequence();
      }
    } while (changes.size() == PAGE);
    return kept.stream().sorted(ORDER).toList();
  }

  /** The id's hash with its bits mixed, so that like ids fall apart. */
  private static int spread(String id) {
    int mixed = id.hashCode() * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
