package dev.kindred.engine;

import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.generation.Generation;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.EventWeights;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Finds out what an audience likes: their newest events and the products in the request, folded in
 * when they ask.
 */
final class TasteReader {
  private static final int NEWEST_EVENTS = 500;
  private static final Set<EventType> SEEN =
      Set.of(EventType.PURCHASE, EventType.RATING, EventType.DISLIKE);

  private final Store store;
  private final EventWeights weights;

  TasteReader(Store store, EventWeights weights) {
    this.store = store;
    this.weights = weights;
  }

  /** The taste, or empty if nothing is known that has a factor. */
  Optional<Taste> read(Audience audience, CatalogView view, Generation generation) {
    Map<String, Double> touched = touched(audience);
    Map<String, float[]> factors = view.factors(touched.keySet());
    Taste.Evidence evidence = new Taste.Evidence();
    touched.forEach((product, confidence) -> {
      float[] factor = factors.get(product);
      if (factor != null && confidence != 0) {
        evidence.add(product, factor, confidence.floatValue());
      }
    });
    return evidence.isEmpty() ? Optional.empty() : Optional.of(evidence.taste(generation));
  }

  /** Products that the audience has already, or does not want. */
  Set<String> seen(Audience audience) {
    Set<String> seen =
        new java.util.HashSet<>(
            audience.person().map(p -> store.productsOf(p, SEEN)).orElse(Set.of()));
    seen.addAll(audience.items());
    seen.addAll(audience.notItems());
    return seen;
  }

  /** Confidence by product, newest first. Age counts back from the newest event. */
  private Map<String, Double> touched(Audience audience) {
    Map<String, Double> touched = new LinkedHashMap<>();
    double named = weights.weight(EventType.LIKE, 1, OptionalDouble.empty(), Duration.ZERO);
    double refused = weights.weight(EventType.DISLIKE, 1, OptionalDouble.empty(), Duration.ZERO);
    audience.items().reversed().forEach(id -> touched.merge(id, named, Double::sum));
    audience.notItems().forEach(id -> touched.merge(id, refused, Double::sum));
    List<Event> events =
        audience.person().map(p -> store.eventsOf(p, NEWEST_EVENTS)).orElse(List.of());
    if (events.isEmpty()) {
      return touched;
    }
    var newest = events.getFirst().time();
    for (Event event : events) {
      event
          .product()
          .ifPresent(id -> touched.merge(id, weights.weight(event, newest), Double::sum));
    }
    return touched;
  }
}
