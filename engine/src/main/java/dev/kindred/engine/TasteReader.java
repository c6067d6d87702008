package dev.kindred.engine;

import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.generation.Generation;
import dev.kindred.indexer.store.Engagement;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.EventWeights;
import dev.kindred.model.EventType;
import dev.kindred.model.Product;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds out what an audience likes: their newest events and the products in the request, folded in
 * when they ask.
 */
final class TasteReader {
  private final Store store;
  private final EventWeights weights;

  TasteReader(Store store, EventWeights weights) {
    this.store = store;
    this.weights = weights;
  }

  /** What is stored of an audience. */
  History history(Audience audience) {
    return History.of(audience, store);
  }

  /** The taste, or empty if nothing is known that has a factor. */
  Optional<Taste> taste(
      Audience audience, History history, CatalogView view, Generation generation) {
    Taste.Evidence evidence = new Taste.Evidence();
    touched(audience, history.newest(), view)
        .forEach((number, confidence) -> {
          if (confidence != 0) {
            view.factor(number)
                .ifPresent(factor -> evidence.add(number, factor, confidence.floatValue()));
          }
        });
    return evidence.isEmpty() ? Optional.empty() : Optional.of(evidence.taste(generation));
  }

  /** The product that was liked last: the last in the request, else that of the newest event. */
  Optional<Product> lastLiked(Audience audience, History history, CatalogView view) {
    for (String id : audience.items().reversed()) {
      Optional<Product> product = view.product(id);
      if (product.isPresent()) {
        return product;
      }
    }
    return history.newest().stream()
        .filter(e -> weights.weight(e.type(), e.quantity(), e.value(), Duration.ZERO) > 0)
        .map(e -> store.productIds(List.of(e.number())).get(e.number()))
        .flatMap(id -> Optional.ofNullable(id).flatMap(view::product).stream())
        .findFirst();
  }

  /** Confidence by product number, newest first. Age counts back from the newest event. */
  private Map<Integer, Double> touched(
      Audience audience, List<Engagement> events, CatalogView view) {
    Map<Integer, Double> touched = new LinkedHashMap<>();
    add(touched, audience.items().reversed(), EventType.LIKE, view);
    add(touched, audience.notItems(), EventType.DISLIKE, view);
    addConfidences(touched, events, weights);
    return touched;
  }

  /** Adds to confidences by product number what events say, newest first. */
  static void addConfidences(
      Map<Integer, Double> touched, List<Engagement> events, EventWeights weights) {
    for (Engagement event : events) {
      Duration age = Duration.between(event.time(), events.getFirst().time());
      double weight = weights.weight(event.type(), event.quantity(), event.value(), age);
      touched.merge(event.number(), weight, Double::sum);
    }
  }

  private void add(
      Map<Integer, Double> touched, List<String> ids, EventType type, CatalogView view) {
    double weight = weights.weight(type, 1, OptionalDouble.empty(), Duration.ZERO);
    for (String id : ids) {
      view.number(id).ifPresent(number -> touched.merge(number, weight, Double::sum));
    }
  }
}
