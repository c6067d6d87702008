package dev.kindred.engine;

import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.UnknownFieldException;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.json.RuleJson;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.filter.Filter;
import dev.kindred.model.rule.Rule;
import dev.kindred.model.rule.Rule.When;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The shop's rules, and which of them hold for a request now. */
final class RuleBook {
  private static final String KIND = "rule";

  private static final Filter NOTHING = new Filter.Not(new Filter.Exists("id"));

  private final Clock clock;
  private final AspectFilters aspects;
  private volatile List<Rule> rules = List.of();
  private long sequence = -1;

  /**
   * @param aspects what conditions on aspects mean when a rule holds
   */
  RuleBook(Clock clock, AspectFilters aspects) {
    this.clock = clock;
    this.aspects = aspects;
  }

  /** Takes up the rules as they are in the store. */
  synchronized void follow(Store store) {
    long last = store.documentsSequence(KIND);
    if (last != sequence) {
      rules =
          store.documents(KIND).stream()
              .map(d -> RuleJson.read(Json.mapper().readTree(d.json())))
              .toList();
      sequence = last;
    }
  }

  /** A book with one rule more, in place of the one with the same id; it follows nothing. */
  RuleBook with(Rule draft) {
    RuleBook book = new RuleBook(clock, aspects);
    book.rules =
        Stream.concat(
                rules.stream().filter(rule -> !rule.id().equals(draft.id())), Stream.of(draft))
            .sorted(Comparator.comparing(Rule::id))
            .toList();
    return book;
  }

  /**
   * The rules for a search with these words (none: a recommendation) and this filter, without those
   * in trouble.
   */
  Decisions forRequest(String query, Optional<Filter> filter, CatalogView view) {
    List<Rule> all = rules;
    if (all.isEmpty()) {
      return Decisions.NONE;
    }
    Instant now = clock.instant();
    List<Rule> holding =
        all.stream()
            .filter(r -> r.holdsAt(now) && fits(r.when(), query, filter))
            .map(this::resolved)
            .filter(r -> trouble(r, view).isEmpty())
            .toList();
    return holding.isEmpty() ? Decisions.NONE : new Decisions(holding);
  }

  /**
   * Why rules do not hold though they should, by their ids: they filter by what no product has, or
   * has no more.
   */
  Map<String, String> troubles(CatalogView view) {
    Map<String, String> troubles = new TreeMap<>();
    for (Rule rule : rules) {
      trouble(resolved(rule), view).ifPresent(why -> troubles.put(rule.id(), why));
    }
    return troubles;
  }

  private static Optional<String> trouble(Rule rule, CatalogView view) {
    return Stream.concat(rule.hidden().stream(), rule.boosts().stream().map(Rule.Boost::chosen))
        .flatMap(chosen -> chosen.filter().stream())
        .flatMap(filter -> view.refusal(filter).stream())
        .findFirst();
  }

  private Rule resolved(Rule rule) {
    return new Rule(
        rule.id(),
        rule.when(),
        rule.pins(),
        rule.hidden().map(this::resolved),
        rule.boosts().stream().map(b -> new Rule.Boost(resolved(b.chosen()), b.by())).toList(),
        rule.from(),
        rule.until());
  }

  /* A condition that makes no sense is the shop's mistake: it must not spoil visitors' answers. */
  private Rule.Chosen resolved(Rule.Chosen chosen) {
    try {
      return new Rule.Chosen(chosen.products(), chosen.filter().map(aspects::resolved));
    } catch (UnknownFieldException e) {
      return new Rule.Chosen(chosen.products(), Optional.of(NOTHING));
    }
  }

  private static boolean fits(When when, String query, Optional<Filter> filter) {
    return switch (when) {
      case When.Always always -> true;
      case When.Category category -> filter.map(f -> isWithin(f, category.path())).orElse(false);
      case When.Query words ->
          switch (words.match()) {
            case EXACT -> plain(query).equals(plain(words.words()));
            case CONTAINS -> (" " + plain(query) + " ").contains(" " + plain(words.words()) + " ");
          };
    };
  }

  private static boolean isWithin(Filter filter, String category) {
    return switch (filter) {
      case Filter.And and -> and.parts().stream().anyMatch(p -> isWithin(p, category));
      case Filter.OneOf oneOf ->
          oneOf.field().equals("categories")
              && oneOf.values().stream().allMatch(v -> isBelow(v, category));
      default -> false;
    };
  }

  private static boolean isBelow(Filter.Value value, String category) {
    return value instanceof Filter.Value.Text text
        && (plain(text.value()) + " > ").startsWith(plain(category) + " > ");
  }

  private static String plain(String words) {
    return words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
