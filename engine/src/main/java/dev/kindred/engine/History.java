package dev.kindred.engine;

import dev.kindred.indexer.catalog.ProductNumbers;
import dev.kindred.indexer.store.Engagement;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.EventType;
import java.util.List;
import java.util.Set;

/**
 * A person's newest events with products, read once for a request; empty for somebody of whom
 * nothing is stored.
 */
final class History {
  private static final int NEWEST = 500;
  private static final Set<EventType> BOUGHT = Set.of(EventType.PURCHASE);
  private static final Set<EventType> JUDGED = Set.of(EventType.RATING, EventType.DISLIKE);
  private static final Set<EventType> SEEN =
      Set.of(EventType.PURCHASE, EventType.RATING, EventType.DISLIKE);

  private final Store store;
  private final Audience audience;
  private final List<Engagement> newest;

  private History(Store store, Audience audience, List<Engagement> newest) {
    this.store = store;
    this.audience = audience;
    this.newest = newest;
  }

  static History of(Audience audience, Store store) {
    List<Engagement> newest =
        audience.person().map(p -> store.engagements(p, NEWEST)).orElse(List.of());
    return new History(store, audience, newest);
  }

  /** At most {@value #NEWEST}, latest first. */
  List<Engagement> newest() {
    return newest;
  }

  /** The products that the person has already, or does not want; of all their events. */
  ProductNumbers seen() {
    return numbersOf(SEEN);
  }

  /** The same without those that were bought, neither rated nor disliked, and can be again. */
  ProductNumbers seenBut(ProductNumbers boughtAgain) {
    return boughtAgain.isEmpty()
        ? seen()
        : numbersOf(BOUGHT).without(boughtAgain).with(numbersOf(JUDGED).ascending());
  }

  private ProductNumbers numbersOf(Set<EventType> types) {
    if (newest.size() == NEWEST) {
      return ProductNumbers.of(store.numbersOf(audience.person().orElseThrow(), types));
    }
    return ProductNumbers.of(
        newest.stream()
            .filter(e -> types.contains(e.type()))
            .mapToInt(Engagement::number)
            .toArray());
  }
}
