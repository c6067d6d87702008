package dev.kindred.evaluation;

import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import dev.kindred.model.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people came to want, and what they did before.
 *
 * @param before events from which may be learned
 * @param asked one query a person
 */
record Wishes(List<Event> before, List<Asked> asked) {
  private static final int FEWEST = 5;
  private static final int ONE_IN = 5;
  private static final double LIKED_STARS = 4;

  /**
   * A broad query of somebody who wants certain products.
   *
   * @param wanted ids of the held-out products from which the same query could be made
   * @param had ids of the products they took before
   */
  record Asked(Person person, String query, Set<String> wanted, Set<String> had) {}

  /**
   * Holds out the newest fifth of what each person took, and everything they did from then on.
   *
   * @param people to ask at most
   */
  static Wishes of(
      Map<String, Product> catalogue, List<Event> events, BroadQuery from, int people, long seed) {
    Map<String, List<Event>> byPerson = new TreeMap<>();
    for (Event event : events) {
      if (event.product().filter(catalogue::containsKey).isPresent()) {
        byPerson.computeIfAbsent(event.person().toString(), p -> new ArrayList<>()).add(event);
      }
    }
    Random random = new Random(seed);
    List<Event> before = new ArrayList<>();
    List<Asked> asked = new ArrayList<>();
    byPerson
        .values()
        .forEach(theirs -> {
          theirs.sort(Comparator.comparing(Event::time).thenComparing(Event::id));
          Map<String, Instant> taken = taken(theirs);
          if (taken.size() < FEWEST) {
            before.addAll(theirs);
            return;
          }
          Instant since = List.copyOf(taken.values()).get(taken.size() - taken.size() / ONE_IN);
          List<Event> earlier = theirs.stream().filter(e -> e.time().isBefore(since)).toList();
          before.addAll(earlier);
          asked(catalogue, from, taken, since, earlier, random).ifPresent(asked::add);
        });
    Collections.shuffle(asked, new Random(seed));
    return new Wishes(before, asked.stream().limit(people).toList());
  }

  /** When each product was first bought, or rated with four stars or more; oldest first. */
  private static Map<String, Instant> taken(List<Event> events) {
    Map<String, Instant> taken = new LinkedHashMap<>();
    for (Event event : events) {
      boolean liked =
          event.type() == EventType.PURCHASE
              || (event.type() == EventType.RATING && event.value().orElse(0) >= LIKED_STARS);
      if (liked) {
        taken.putIfAbsent(event.product().orElseThrow(), event.time());
      }
    }
    return taken;
  }

  private static Optional<Asked> asked(
      Map<String, Product> catalogue,
      BroadQuery from,
      Map<String, Instant> taken,
      Instant since,
      List<Event> earlier,
      Random random) {
    Set<String> had = new HashSet<>();
    earlier.forEach(e -> e.product().ifPresent(had::add));
    Map<String, Set<String>> wanted = new TreeMap<>();
    taken.forEach((id, time) -> {
      if (!time.isBefore(since) && !had.contains(id)) {
        Optional.ofNullable(catalogue.get(id))
            .flatMap(from::of)
            .ifPresent(query -> wanted.computeIfAbsent(query, q -> new HashSet<>()).add(id));
      }
    });
    if (wanted.isEmpty() || earlier.isEmpty()) {
      return Optional.empty();
    }
    List<String> queries = List.copyOf(wanted.keySet());
    String query = queries.get(random.nextInt(queries.size()));
    Person person = earlier.getFirst().person();
    return Optional.of(new Asked(person, query, wanted.getOrDefault(query, Set.of()), had));
  }
}
