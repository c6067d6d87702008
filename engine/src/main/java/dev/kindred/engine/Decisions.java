package dev.kindred.engine;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.model.filter.Filter;
import dev.kindred.model.rule.Rule;
import dev.kindred.model.rule.Rule.Boost;
import dev.kindred.model.rule.Rule.Chosen;
import dev.kindred.model.rule.Rule.Pin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules that hold decide about one answer: what is hidden, what is raised or lowered, what
 * stands where.
 *
 * <p>Hidden products are kept out of the result set and pinned ones in, so that totals and facets
 * are right. A pinned product takes its place if it passes the request's filter, whether or not the
 * words match it, and stands for its group of variants.
 */
record Decisions(List<Rule> rules) {
  static final Decisions NONE = new Decisions(List.of());

  private static final int MOST = 10_000;

  Decisions {
    rules = List.copyOf(rules);
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** The request for the set without what is hidden and with what is pinned. */
  Retrieval decide(Retrieval retrieval, CatalogView view) {
    Set<String> excluded = new HashSet<>(retrieval.exclude());
    List<Filter> filters = new ArrayList<>();
    retrieval.filter().ifPresent(filters::add);
    for (Rule rule : rules) {
      rule.hidden()
          .ifPresent(hidden -> {
            excluded.addAll(hidden.products());
            hidden.filter().ifPresent(f -> filters.add(new Filter.Not(f)));
          });
    }
    Set<String> pinned = pinned();
    return retrieval
        .including(pinned)
        .standing(retrieval.standing().with(numbers(pinned, view)))
        .without(excluded)
        .withFilter(both(filters));
  }

  private Set<String> pinned() {
    return rules.stream()
        .flatMap(r -> r.pins().stream())
        .map(Pin::product)
        .collect(Collectors.toSet());
  }

  private static int[] numbers(Set<String> ids, CatalogView view) {
    return ids.stream().map(view::number).flatMapToInt(OptionalInt::stream).toArray();
  }

  /** The candidates with a part {@code rule} where a rule raises or lowers them. */
  List<Scored> boost(List<Scored> scored, CatalogView view) {
    List<Scored> boosted = scored;
    for (Rule rule : rules) {
      for (Boost boost : rule.boosts()) {
        Set<String> chosen = chosen(boost.chosen(), boosted, view);
        boosted =
            boosted.stream()
                .map(s ->
                    chosen.contains(s.id())
                        ? s.plus(new Scored.Part("rule", boost.by(), rule.id()))
                        : s)
                .toList();
      }
    }
    return boosted;
  }

  /** The ranked candidates with pinned products in their places. */
  List<Scored> pin(List<Scored> ranked, Retrieval retrieval, CatalogView view) {
    List<Pin> pins =
        rules.stream()
            .flatMap(r -> r.pins().stream())
            .sorted(Comparator.comparingInt(Pin::position))
            .toList();
    Map<Pin, String> owners = new HashMap<>();
    rules.forEach(r -> r.pins().forEach(pin -> owners.putIfAbsent(pin, r.id())));
    if (pins.isEmpty()) {
      return ranked;
    }
    Set<String> ids = pinned();
    Map<String, Candidate> there = byId(ids, retrieval, view);
    Map<String, Scored> before =
        ranked.stream()
            .filter(s -> ids.contains(s.id()))
            .collect(Collectors.toMap(Scored::id, s -> s));
    List<Scored> arranged = new ArrayList<>(ranked);
    arranged.removeIf(s -> there.containsKey(s.id()));
    for (Pin pin : pins) {
      Optional<Candidate> candidate = Optional.ofNullable(there.remove(pin.product()));
      candidate.ifPresent(c -> {
        Scored own = before.getOrDefault(pin.product(), Scored.of(c, List.of()));
        int at = Math.min(pin.position() - 1, arranged.size());
        arranged.add(at, raised(own, arranged, at, owners.getOrDefault(pin, "")));
      });
    }
    return arranged;
  }

  /** A pinned product's score is that of the one it pushes down, so that scores stay in order. */
  private static Scored raised(Scored own, List<Scored> arranged, int at, String rule) {
    double wanted = at < arranged.size() ? arranged.get(at).score() : own.score();
    double difference = wanted - own.score();
    return own.plus(new Scored.Part("rule", difference, rule));
  }

  private static Set<String> chosen(Chosen chosen, List<Scored> among, CatalogView view) {
    if (chosen.filter().isEmpty()) {
      return chosen.products();
    }
    Set<String> ids = among.stream().map(Scored::id).collect(Collectors.toSet());
    Set<String> wanted =
        chosen.products().isEmpty()
            ? ids
            : chosen.products().stream().filter(ids::contains).collect(Collectors.toSet());
    Retrieval all = Retrieval.all(0).withFilter(chosen.filter());
    return byId(wanted, all, view).keySet();
  }

  private static Map<String, Candidate> byId(
      Set<String> ids, Retrieval retrieval, CatalogView view) {
    if (ids.isEmpty()) {
      return new HashMap<>();
    }
    List<Filter> filters = new ArrayList<>();
    filters.add(
        new Filter.OneOf(
            "id", ids.stream().sorted().<Filter.Value>map(Filter.Value.Text::new).toList()));
    retrieval.filter().ifPresent(filters::add);
    Retrieval named =
        Retrieval.all(0)
            .withFilter(both(filters))
            .without(retrieval.exclude())
            .withoutNumbers(retrieval.excludeNumbers())
            .window(0, Math.min(MOST, ids.size()));
    return view.retrieve(named).candidates().stream()
        .collect(Collectors.toMap(c -> c.id(), c -> c));
  }

  private static Optional<Filter> both(List<Filter> filters) {
    return switch (filters.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(filters.getFirst());
      default -> Optional.of(new Filter.And(filters));
    };
  }
}
