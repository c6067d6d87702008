package dev.kindred.engine;

import dev.kindred.analyzers.review.ReviewFindings;
import dev.kindred.indexer.aspect.AspectBook;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import dev.kindred.model.Product;
import dev.kindred.model.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sums up what a user's events say about them. */
final class ProfileReader {
  private static final int MOST_EVENTS = 2_000;
  private static final int MOST_NAMES = 10;
  private static final int MOST_PRODUCTS = 20;

  private static final int MOST_REVIEWS = 500;

  private final Store store;
  private final AspectBook aspects;

  ProfileReader(Store store, AspectBook aspects) {
    this.store = store;
    this.aspects = aspects;
  }

  Optional<Profile> read(String user, CatalogView view) {
    List<Event> events = store.eventsOf(Person.user(user), MOST_EVENTS);
    if (events.isEmpty()) {
      return Optional.empty();
    }
    Map<EventType, Long> counts = new EnumMap<>(EventType.class);
    Set<String> products = new LinkedHashSet<>();
    for (Event event : events) {
      counts.merge(event.type(), 1L, Long::sum);
      if (event.type() != EventType.DISLIKE) {
        event.product().ifPresent(products::add);
      }
    }
    Map<String, Set<String>> brands = new LinkedHashMap<>();
    Map<String, Set<String>> categories = new LinkedHashMap<>();
    Map<String, Product> known = view.products(products);
    for (Product product : known.values()) {
      product.brand().ifPresent(b -> note(brands, b, product));
      product.categories().forEach(c -> note(categories, c, product));
    }
    Instant last = events.getFirst().time();
    Instant first = events.getLast().time();
    return Optional.of(
        new Profile(
            user,
            counts,
            first,
            last,
            likings(brands),
            likings(categories),
            PriceBands.of(known.values()),
            aspects(user),
            products.stream().limit(MOST_PRODUCTS).toList()));
  }

  /** What the user's own reviews are about, with the products they are of. */
  private List<Profile.Liking> aspects(String user) {
    Map<String, Set<String>> named = new LinkedHashMap<>();
    for (Review review : store.reviewsBy(user, MOST_REVIEWS)) {
      for (ReviewFindings.Opinion opinion : aspects.opinions(review.id())) {
        named.computeIfAbsent(opinion.aspect(), n -> new LinkedHashSet<>()).add(review.product());
      }
    }
    return likings(named);
  }

  private static void note(Map<String, Set<String>> names, String name, Product product) {
    names.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(product.id());
  }

  private static List<Profile.Liking> likings(Map<String, Set<String>> names) {
    List<Profile.Liking> likings = new ArrayList<>();
    names.forEach((name, products) ->
        likings.add(
            new Profile.Liking(
                name, products.size(), products.stream().limit(MOST_NAMES).toList())));
    likings.sort(
        Comparator.comparingInt(Profile.Liking::count)
            .reversed()
            .thenComparing(Profile.Liking::name));
    return likings.subList(0, Math.min(MOST_NAMES, likings.size()));
  }
}
