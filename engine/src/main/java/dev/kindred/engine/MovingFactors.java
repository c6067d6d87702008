package dev.kindred.engine;

import dev.kindred.indexer.aspect.ReviewWordBook;
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
 * Generation#moved}); each of them is folded in without it. So does one whose reviews changed, and
 * if nobody has come to it, what its content leads one to expect now. Others stay as they were
 * learned: a few more people would hardly move them. For one thread.
 */
final class MovingFactors {
  private static final int FEW_PEOPLE = 50;
  private static final int MOST_PEOPLE = 60;
  private static final int EVENTS_EACH = 100;
  private static final Duration LONGEST_HIDDEN = Duration.ofSeconds(30);
  private static final int TOUCHES_AT_ONCE = 10_000;

  private final Store store;
  private final LuceneCatalog catalog;
  private final ProductContent contents;
  private final EventWeights weights;
  private final Duration atOnce;

  /* By the store's product keys, which events have before there is a product. */
  private final Map<Integer, Integer> numberOfKey = new HashMap<>();
  private final Set<Integer> touched = new LinkedHashSet<>();
  /* Those that the index did not show yet; they get one more chance. */
  private final Set<Integer> late = new HashSet<>();
  /* Ids of products whose reviews changed, with the time until which the index may hide them. */
  private final Map<String, Long> reviewed = new LinkedHashMap<>();
  private int generation;
  private long sequence;
  private long reviewSequence;
  /* Reviews up to here are in what training learned. */
  private long learned;
  private int numbers;

  /**
   * @param atOnce how long one look may take; what is left waits for the next
   */
  MovingFactors(
      Store store,
      LuceneCatalog catalog,
      ProductContent contents,
      EventWeights weights,
      Duration atOnce) {
    this.store = store;
    this.catalog = catalog;
    this.contents = contents;
    this.weights = weights;
    this.atOnce = atOnce;
  }

  /** Takes up what happened since the last call, or since the training of another generation. */
  void follow(Generation serving) {
    if (serving.number() != generation) {
      generation = serving.number();
      sequence = serving.sequence();
      reviewSequence = 0;
      learned = store.sequence();
      touched.clear();
      reviewed.clear();
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
    for (ReviewWordBook.Changed change : contents.changedAfter(reviewSequence)) {
      if (change.sequence() > learned || serving.trained(change.product()).isEmpty()) {
        reviewed.put(change.product(), System.nanoTime() + LONGEST_HIDDEN.toNanos());
      }
      reviewSequence = change.sequence();
    }
    long end = System.nanoTime() + atOnce.toNanos();
    moveTouched(serving, end);
    moveReviewed(serving, end);
  }

  private void moveTouched(Generation serving, long end) {
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

  private void moveReviewed(Generation serving, long end) {
    Iterator<Map.Entry<String, Long>> products = reviewed.entrySet().iterator();
    while (products.hasNext() && System.nanoTime() < end) {
      Map.Entry<String, Long> product = products.next();
      String id = product.getKey();
      Integer number = store.productNumbers(List.of(id)).get(id);
      // One that is indexed later gets its reviews then, with its other content.
      if (number == null
          || move(serving, id, number)
          || System.nanoTime() - product.getValue() > 0) {
        products.remove();
      }
    }
  }

  /* Whether there is nothing more to do for the product; not so while the index hides it. */
  private boolean move(Generation serving, int number) {
    String id = store.productIds(List.of(number)).get(number);
    return id == null || move(serving, id, number);
  }

  private boolean move(Generation serving, String id, int number) {
    if (serving.peopleOf(id) >= FEW_PEOPLE) {
      return true;
    }
    try (CatalogView view = catalog.view()) {
      if (view.generation() == serving.number()) {
        Optional<float[]> factor = factor(serving, view, id, number);
        if (factor.isPresent()) {
          catalog.move(serving.number(), number, factor.get());
        } else if (serving.trained(id).isEmpty()) {
          view.product(id).ifPresent(p -> catalog.expect(serving.number(), number, p));
        }
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
        : view.product(id)
            .map(p -> serving.moved(contents.features(p), people, floats(confidences)));
  }

  private static float[] floats(List<Double> numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = numbers.get(i).floatValue();
    }
    return floats;
  }
}
