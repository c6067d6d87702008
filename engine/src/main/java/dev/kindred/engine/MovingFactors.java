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
import java.util.HashSet;
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
  /* Those that the index did not show yet; they get one more chance. */
  private final Set<Integer> late = new HashSet<>();
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
      late.clear();
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
      int key = keys.next();
      Integer number = numberOfKey.get(key);
      // Without a number there is no product yet; once there is one, its events count.
      if (number != null && (move(serving, number) || !late.add(key))) {
        keys.remove();
        late.remove(key);
      }
    }
  }

  /* Whether there is nothing more to do for the product; not so while the index hides it. */
  private boolean move(Generation serving, int number) {
    String id = store.productIds(List.of(number)).get(number);
    if (id == null || serving.peopleOf(id) >= FEW_PEOPLE) {
      return true;
    }
    try (CatalogView view = catalog.view()) {
      if (view.generation() == serving.number()) {
        factor(serving, view, id, number)
            .ifPresent(factor -> catalog.move(serving.number(), number, factor));
      }
      return view.number(id).isPresent();
    }
  }

  /* Empty while the index hides the product, or if nobody who came to it is known by more. */
  private Optional<float[]> factor(Generation serving, CatalogView view, String id, int number) {
    List<float[]> people = new ArrayList<>();
    List<Double> confidences = new ArrayList<>();
    for (List<Engagement> events : store.audience(number, MOST_PEOPLE, EVENTS_EACH)) {
      Map<Integer, Double> touched = new LinkedHashMap<>();
      TasteReader.addConfidences(touched, events, weights);
      Double confidence = touched.remove(number);
      List<float[]> others = new ArrayList<>();
      List<Double> othersConfidences = new ArrayList<>();
      touched.forEach((other, c) ->
          view.factor(other)
              .ifPresent(f -> {
                others.add(f);
                othersConfidences.add(c);
              }));
      if (confidence != null && confidence != 0 && !others.isEmpty()) {
        people.add(serving.evidenceFolder().fold(others, floats(othersConfidences)));
        confidences.add(confidence);
      }
    }
    return people.isEmpty()
        ? Optional.empty()
        : view.product(id).map(p -> serving.moved(features.of(p), people, floats(confidences)));
  }

  private static float[] floats(List<Double> numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = numbers.get(i).floatValue();
    }
    return floats;
  }
}
