package dev.kindred.indexer.generation;

import dev.kindred.indexer.store.ProductChange;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.Interactions;
import dev.kindred.model.FeatureVector;
import dev.kindred.model.Product;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a training learns from: interactions of everybody but the panel, what each product is made
 * of, and baskets.
 *
 * <p>Items are the products of the events, in the log's numbers, then the products without events.
 */
final class TrainingSet {
  private static final int PRODUCTS_AT_ONCE = 1_000;

  private final EventLog log;
  private final Panel panel;
  private final List<String> ids;
  private final List<FeatureVector> features;
  private final Map<String, String> kinds;

  private TrainingSet(
      EventLog log,
      Panel panel,
      List<String> ids,
      List<FeatureVector> features,
      Map<String, String> kinds) {
    this.log = log;
    this.panel = panel;
    this.ids = ids;
    this.features = features;
    this.kinds = kinds;
  }

  /** Reads a store. */
  static TrainingSet read(
      Store store, EventLog log, Function<Product, FeatureVector> contentFeatures) {
    List<String> ids = new ArrayList<>();
    List<FeatureVector> features = new ArrayList<>();
    for (int item = 0; item < log.products(); item++) {
      ids.add(log.product(item));
    }
    features.addAll(Collections.nCopies(ids.size(), FeatureVector.EMPTY));
    Map<String, String> kinds = new HashMap<>();
    long after = 0;
    while (true) {
      List<ProductChange> changes = store.productChanges(after, PRODUCTS_AT_ONCE);
      if (changes.isEmpty()) {
        break;
      }
      for (ProductChange change : changes) {
        after = change.sequence();
        change
            .product()
            .ifPresent(product -> {
              kinds.put(product.id(), kind(product));
              FeatureVector content = contentFeatures.apply(product);
              int item = log.numberOf(product.id());
              if (item >= 0) {
                features.set(item, content);
              } else {
                ids.add(product.id());
                features.add(content);
              }
            });
      }
    }
    return new TrainingSet(log, new Panel(log.people()), ids, features, kinds);
  }

  private static String kind(Product product) {
    return product.categories().isEmpty() ? "" : product.categories().getFirst().intern();
  }

  /** What a shop lacks to be learned from; empty if there is something. */
  Optional<String> missing() {
    if (kinds.isEmpty()) {
      return Optional.of(
          log.size() == 0
              ? "the shop has no products and no events; import both"
              : "the shop has no products; import those that its events name");
    }
    if (log.size() == 0) {
      return Optional.of("the shop has no events; import purchases or views, or let visitors come");
    }
    return IntStream.range(0, log.products()).anyMatch(this::inCatalogue)
        ? Optional.empty()
        : Optional.of(
            "no event names a product of the shop; import those products, or mend the ids");
  }

  int items() {
    return ids.size();
  }

  List<String> ids() {
    return ids;
  }

  /** Of each item; empty for ids that events know and the catalogue does not. */
  List<FeatureVector> features() {
    return features;
  }

  /** Whether an item is a product of the catalogue. */
  boolean inCatalogue(int item) {
    return kinds.containsKey(ids.get(item));
  }

  /** The first category of an item; empty without one, or if it is not in the catalogue. */
  String kindOf(int item) {
    return kinds.getOrDefault(ids.get(item), "");
  }

  EventLog log() {
    return log;
  }

  Panel panel() {
    return panel;
  }

  /** Everybody's but the panel's, rows in the log's numbers of people. */
  Interactions interactions() {
    Interactions.Builder builder = Interactions.builder(log.people(), ids.size());
    for (int event = 0; event < log.size(); event++) {
      if (!panel.has(log.person(log.personOf(event)))) {
        builder.add(log.personOf(event), log.productOf(event), log.confidenceOf(event));
      }
    }
    return builder.build();
  }

  /** The items of each basket with two or more. */
  List<int[]> baskets() {
    List<IntColumn> baskets = new ArrayList<>();
    for (int i = 0; i < log.baskets(); i++) {
      baskets.add(new IntColumn());
    }
    for (int event = 0; event < log.size(); event++) {
      if (log.basketOf(event) >= 0) {
        baskets.get(log.basketOf(event)).add(log.productOf(event));
      }
    }
    return baskets.stream().filter(b -> b.size() > 1).map(IntColumn::toArray).toList();
  }
}
