package dev.kindred.indexer.store;

import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import dev.kindred.model.Product;
import dev.kindred.model.Review;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The store as plain maps that are searched from end to end: slow, and right at a glance. */
final class StoreModel {
  private final Map<String, ProductChange> products = new LinkedHashMap<>();
  private final Map<String, StoredEvent> events = new LinkedHashMap<>();
  private final Map<String, ReviewChange> reviews = new LinkedHashMap<>();
  private final Map<String, Document> documents = new TreeMap<>();
  private final Map<String, Set<String>> usersOfSession = new HashMap<>();
  private final List<Long> forgotten = new ArrayList<>();
  private long sequence;

  List<Outcome> apply(List<Change> changes) {
    return changes.stream().map(this::apply).toList();
  }

  private Outcome apply(Change change) {
    return switch (change) {
      case Change.PutProduct c -> put(c.product());
      case Change.UpdateProduct c ->
          product(c.id()).map(p -> put(c.edit().apply(p))).orElse(Outcome.notFound());
      case Change.DeleteProduct c -> {
        if (product(c.id()).isEmpty()) {
          yield Outcome.notFound();
        }
        int number = products.get(c.id()).number();
        products.put(c.id(), new ProductChange(++sequence, c.id(), number, Optional.empty()));
        yield new Outcome(Outcome.Kind.DELETED, sequence);
      }
      case Change.AddEvent c -> add(c.event());
      case Change.PutReview c -> put(c.review());
      case Change.DeleteReview c -> {
        ReviewChange known = reviews.get(c.id());
        if (known == null || known.review().isEmpty()) {
          yield Outcome.notFound();
        }
        reviews.put(
            c.id(), new ReviewChange(++sequence, c.id(), known.product(), Optional.empty()));
        yield new Outcome(Outcome.Kind.DELETED, sequence);
      }
      case Change.ForgetPerson c -> forget(c.user());
      case Change.PutDocument c -> {
        Document known = documents.get(c.id());
        if (known != null && known.json().equals(c.json())) {
          yield new Outcome(Outcome.Kind.UNCHANGED, known.sequence());
        }
        documents.put(c.id(), new Document(c.kind(), c.id(), c.json(), ++sequence));
        yield new Outcome(known == null ? Outcome.Kind.CREATED : Outcome.Kind.UPDATED, sequence);
      }
      case Change.DeleteDocument c ->
          documents.remove(c.id()) == null
              ? Outcome.notFound()
              : new Outcome(Outcome.Kind.DELETED, ++sequence);
    };
  }

  private Optional<Product> product(String id) {
    return Optional.ofNullable(products.get(id)).flatMap(ProductChange::product);
  }

  /** The number that a product has or, deleted, had. */
  Optional<Integer> number(String id) {
    return Optional.ofNullable(products.get(id)).map(ProductChange::number);
  }

  private Outcome put(Product product) {
    ProductChange known = products.get(product.id());
    if (product(product.id()).equals(Optional.of(product))) {
      return new Outcome(Outcome.Kind.UNCHANGED, known.sequence());
    }
    boolean there = product(product.id()).isPresent();
    int number = known == null ? products.size() : known.number();
    products.put(
        product.id(), new ProductChange(++sequence, product.id(), number, Optional.of(product)));
    return new Outcome(there ? Outcome.Kind.UPDATED : Outcome.Kind.CREATED, sequence);
  }

  private Outcome add(Event event) {
    StoredEvent known = events.get(event.id());
    if (known != null) {
      return new Outcome(Outcome.Kind.DUPLICATE, known.sequence());
    }
    events.put(event.id(), new StoredEvent(++sequence, event));
    if (event.user().isPresent() && event.session().isPresent()) {
      usersOfSession
          .computeIfAbsent(event.session().get(), s -> new HashSet<>())
          .add(event.user().get());
    }
    return new Outcome(Outcome.Kind.CREATED, sequence);
  }

  private Outcome put(Review review) {
    ReviewChange known = reviews.get(review.id());
    Optional<Review> before = known == null ? Optional.empty() : known.review();
    if (before.equals(Optional.of(review))) {
      return new Outcome(Outcome.Kind.UNCHANGED, known.sequence());
    }
    reviews.put(
        review.id(),
        new ReviewChange(++sequence, review.id(), review.product(), Optional.of(review)));
    return new Outcome(before.isPresent() ? Outcome.Kind.UPDATED : Outcome.Kind.CREATED, sequence);
  }

  private Outcome forget(String user) {
    Set<String> sessions =
        usersOfSession.entrySet().stream()
            .filter(e -> e.getValue().equals(Set.of(user)))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    boolean erased =
        events
            .values()
            .removeIf(e -> {
              Person person = e.event().person();
              return person.equals(Person.user(user))
                  || person.kind() == Person.Kind.SESSION && sessions.contains(person.id());
            });
    erased |=
        reviews.values().removeIf(r -> r.review().flatMap(Review::user).equals(Optional.of(user)));
    usersOfSession.keySet().removeAll(sessions);
    if (!erased) {
      return Outcome.notFound();
    }
    forgotten.add(++sequence);
    return new Outcome(Outcome.Kind.DELETED, sequence);
  }

  long sequence() {
    return sequence;
  }

  List<ProductChange> productChanges(long after) {
    return products.values().stream()
        .filter(p -> p.sequence() > after)
        .sorted(Comparator.comparingLong(ProductChange::sequence))
        .toList();
  }

  List<StoredEvent> events(long after) {
    return events.values().stream().filter(e -> e.sequence() > after).toList();
  }

  List<Event> eventsOf(Person person, int limit) {
    return events.values().stream()
        .filter(e -> e.event().person().equals(person))
        .sorted(
            Comparator.comparing((StoredEvent e) -> e.event().time())
                .thenComparing(StoredEvent::sequence)
                .reversed())
        .limit(limit)
        .map(StoredEvent::event)
        .toList();
  }

  Set<String> productsOf(Person person, Set<EventType> types) {
    return eventsOf(person, Integer.MAX_VALUE).stream()
        .filter(e -> types.contains(e.type()))
        .flatMap(e -> e.product().stream())
        .collect(Collectors.toSet());
  }

  List<ReviewChange> reviewChanges(long after) {
    return reviews.values().stream()
        .filter(r -> r.sequence() > after)
        .sorted(Comparator.comparingLong(ReviewChange::sequence))
        .toList();
  }

  List<Review> reviewsOf(String product) {
    return newestFirst(r -> r.product().equals(product));
  }

  List<Review> reviewsBy(String user) {
    return newestFirst(r -> r.user().equals(Optional.of(user)));
  }

  private List<Review> newestFirst(java.util.function.Predicate<Review> wanted) {
    List<ReviewChange> found =
        new ArrayList<>(
            reviews.values().stream().filter(r -> r.review().filter(wanted).isPresent()).toList());
    found.sort(
        Comparator.comparing(
                (ReviewChange r) -> r.review().orElseThrow().time(),
                Comparator.comparing(
                    t -> t.orElse(null), Comparator.nullsFirst(Comparator.naturalOrder())))
            .thenComparing(ReviewChange::sequence)
            .reversed());
    return found.stream().map(r -> r.review().orElseThrow()).toList();
  }

  List<Long> forgotten() {
    return List.copyOf(forgotten);
  }

  List<Document> documents() {
    return List.copyOf(documents.values());
  }

  long unknownProductEvents() {
    return events.values().stream()
        .map(e -> e.event().product().orElse(null))
        .filter(Objects::nonNull)
        .filter(id -> product(id).isEmpty())
        .count();
  }
}
