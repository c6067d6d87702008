package dev.kindred.engine;

import dev.kindred.analyzers.ContentFeatures;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.generation.Generation;
import dev.kindred.indexer.index.LuceneCatalog;
import dev.kindred.indexer.store.Engagement;
import dev.kindred.indexer.store.Store;
import dev.kindred.indexer.store.Touch;
import dev.kindred.learn.EventWeights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the factors of little-known products as people come to them, between two trainings.
 *
 * <p>A product that training knew by fewer than {@value #FEW_PEOPLE} people, or not at all, gets
 * the posterior of its content and of everybody who has come to it until now ({@link
 * Generation#moved}); each of them is folded in without it. Others stay as they were learned: a few
 * more people would hardly move them. For one thread.
 */
final class MovingFactors {
  private static final int FEW_PEOPLE = 50;
  private static final int MOST_PEOPLE = 60;
  private static final int EVENTS_EACH = 100;
  private static final int TOUCHES_AT_ONCE = 10_000;

  private final Store store;
  private final LuceneCatalog catalog;
  private final ContentFeatures features;
  private final EventWeights weights;
  private final Duration atOnce;

  /* By the store's product keys, which events have before there is a product. */
  private final Map<Integer, Integer> numberOfKey = new HashMap<>();
  private final Set<Integer> touched = new LinkedHashSet<>();
  private int generation;
  private long sequence;
  private int numbers;

  /**
   * @param atOnce how long one look may take; what is left waits for the next
   */
  MovingFactors(
      Store store,
      LuceneCatalog catalog,
      ContentFeatures features,
      EventWeights weights,
      Duration atOnce) {
    this.store = store;
    this.catalog = catalog;
    this.features = features;
    this.weights = weights;
    this.atOnce = atOnce;
  }

  /** Takes up what happened since the last call, or since the training of another generation. */
  void follow(Generation serving) {
    if (serving.number() != generation) {
      generation = serving.number();
      sequence = serving.sequence();
      touched.clear();
    }
    List<Touch> touches;
    do {
      touches = store.touches(sequence, TOUCHES_AT_ONCE);
      for (Touch touch : touches) {
        touched.add(touch.productKey());
        sequence = touch.sequence();
      }
    } while (touches.size() == TOUCHES_AT_ONCE);
    for (int key : store.productKeys(numbers)) {
      numberOfKey.put(key, numbers++);
    }
    moveTouched(serving);
  }

  private void moveTouched(Generation serving) {
    long end = System.nanoTime() + atOnce.toNanos();
    Iterator<Integer> keys = touched.iterator();
    while (keys.hasNext() && System.nanoTime() < end) {
      Integer number = numberOfKey.get(keys.next());
      // Without a number there is no product yet; once there is one, its events count.
      if (number != null) {
        keys.remove();
        move(serving, number);
      }
    }
  }

  private void move(Generation serving, int number) {
    String id = store.productIds(List.of(number)).get(number);
    if (id == null || serving.peopleOf(id) >= FEW_PEOPLE) {
      return;
    }
    try (CatalogView view = catalog.view()) {
      if (view.generation() == serving.number()) {
        factor(serving, view, id, number)
            .ifPresent(factor -> catalog.move(serving.number(), number, factor));
      }
    }
  }

  /* Empty while the index does not show the product, or nobody who came to it is known by more. */
  private Optional<float[]> factor(Generation serving, CatalogView view, String id, int number) {
    List<float[]> people = new ArrayList<>();
    List<Float> confidences = new ArrayList<>();
    for (List<Engagement> events : store.audience(number, MOST_PEOPLE, EVENTS_EACH)) {
      Map<Integer, Double> his = new LinkedHashMap<>();
      TasteReader.addConfidences(his, events, weights);
      Double confidence = his.remove(number);
      Taste.Evidence others = new Taste.Evidence();
      his.forEach(
          (other, c) -> view.factor(other).ifPresent(f -> others.add(other, f, c.floatValue())));
      if (confidence != null && confidence != 0 && !others.isEmpty()) {
        people.add(others.taste(serving).factor());
        confidences.add(confidence.floatValue());
      }
    }
    float[] all = new float[people.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = confidences.get(i);
    }
    return people.isEmpty()
        ? Optional.empty()
        : view.product(id).map(p -> serving.moved(features.of(p), people, all));
  }
}
