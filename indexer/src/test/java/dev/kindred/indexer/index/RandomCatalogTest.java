package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.catalog.FacetCounts;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import dev.kindred.model.filter.Filter;
import dev.kindred.model.filter.Filter.Bound;
import dev.kindred.model.filter.Filter.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random catalogues, changes and requests against a map of products counted by hand. */
class RandomCatalogTest {
  private static final List<String> COLOURS = List.of("red", "Red", "blue", "black");
  private static final List<String> WORDS = List.of("mug", "lamp", "red", "tray", "box");

  private final Map<String, Product> shop = new LinkedHashMap<>();

  @Test
  void answersAreAsCountedByHand(@TempDir Path folder) {
    for (long seed = 1; seed <= 6; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      shop.clear();
      try (Fixture fixture = new Fixture(folder.resolve("shop" + seed))) {
        for (int round = 0; round < 4; round++) {
          change(fixture, random);
          for (int request = 0; request < 40; request++) {
            check(fixture, random, "seed " + seed + ", round " + round + ", request " + request);
          }
        }
      }
    }
  }

  private void change(Fixture fixture, SplittableRandom random) {
    List<Product> written = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Product product = product("p" + random.nextInt(90), random);
      shop.put(product.id(), product);
      written.add(product);
    }
    fixture.put(written);
    for (int i = 0; i < 8; i++) {
      String id = "p" + random.nextInt(90);
      if (shop.remove(id) != null) {
        fixture.delete(id);
      }
    }
  }

  private static Product product(String id, SplittableRandom random) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    if (random.nextInt(3) > 0) {
      attributes.put("colour", AttributeValue.of(COLOURS.get(random.nextInt(4))));
    }
    if (random.nextInt(3) > 0) {
      attributes.put("watt", AttributeValue.of(random.nextInt(6)));
    }
    String title = WORDS.get(random.nextInt(5)) + " " + WORDS.get(random.nextInt(5));
    Product.Builder product = Product.builder(id, title).attributes(attributes);
    if (random.nextBoolean()) {
      product.price(BigDecimal.valueOf(random.nextInt(8)));
    }
    if (random.nextInt(4) == 0) {
      product.variantOf("p" + random.nextInt(6));
    }
    return product.build();
  }

  private void check(Fixture fixture, SplittableRandom random, String message) {
    Optional<Filter> filter =
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(filter(random, 3));
    boolean descending = random.nextBoolean();
    String field = List.of("price", "colour", "watt").get(random.nextInt(3));
    Set<String> exclude = random.nextBoolean() ? Set.of() : Set.of("p1", "p5", "no such");
    Retrieval request =
        Retrieval.all(1_000)
            .withFilter(filter)
            .without(exclude)
            .rankedBy(new Ranking.BySort(List.of(new Ranking.SortField(field, descending))))
            .counting(List.of(new FacetRequest("colour", 10), new FacetRequest("watt", 10)));
    List<Product> expected =
        shop.values().stream()
            .filter(p -> filter.isEmpty() || holds(filter.get(), p))
            .filter(p -> !exclude.contains(p.id()))
            .sorted(order(field, descending).thenComparing(Product::id))
            .toList();
    Retrieved all = fixture.retrieve(request);
    List<String> ids = expected.stream().map(Product::id).toList();
    assertEquals(ids, Fixture.ids(all), () -> message + ": " + request);
    assertEquals(ids.size(), all.found(), message);
    checkFacet(all, "colour", expected, message);
    checkFacet(all, "watt", expected, message);
    checkPages(fixture, request, ids, random, message);
    checkCollapse(fixture, request, expected, message);
  }

  private static void checkFacet(
      Retrieved all, String field, List<Product> expected, String message) {
    Map<String, Long> counts =
        expected.stream()
            .flatMap(p -> value(p, field).stream())
            .collect(Collectors.groupingBy(v -> v, Collectors.counting()));
    FacetCounts facet = all.facets().get(field);
    Map<String, Long> counted = new HashMap<>();
    facet.values().forEach(v -> counted.put(ProductSchema.folded(v.value()), v.count()));
    assertEquals(counts, counted, message);
    long sum = facet.values().stream().mapToLong(FacetCounts.ValueCount::count).sum();
    assertEquals(all.found(), sum + facet.missing(), message);
    List<Long> sorted = facet.values().stream().map(FacetCounts.ValueCount::count).toList();
    assertEquals(sorted.stream().sorted(Comparator.reverseOrder()).toList(), sorted, message);
    if (field.equals("watt") && !counts.isEmpty()) {
      double min = counts.keySet().stream().mapToDouble(Double::parseDouble).min().orElseThrow();
      assertEquals(min, facet.numbers().orElseThrow().min(), message);
    }
  }

  private static void checkPages(
      Fixture fixture,
      Retrieval request,
      List<String> ids,
      SplittableRandom random,
      String message) {
    int size = 1 + random.nextInt(20);
    List<String> pages = new ArrayList<>();
    for (int offset = 0; offset < ids.size(); offset += size) {
      Retrieved page = fixture.retrieve(request.window(offset, size));
      assertEquals(ids.size(), page.found(), message);
      pages.addAll(Fixture.ids(page));
    }
    assertEquals(ids, pages, message);
  }

  private static void checkCollapse(
      Fixture fixture, Retrieval request, List<Product> expected, String message) {
    Map<String, String> best = new LinkedHashMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (Product product : expected) {
      String group = product.variantOf().orElse(product.id());
      best.putIfAbsent(group, product.id());
      sizes.merge(group, 1, Integer::sum);
    }
    Retrieved collapsed = fixture.retrieve(request.collapsed(true));
    assertEquals(List.copyOf(best.values()), Fixture.ids(collapsed), message);
    assertEquals(best.size(), collapsed.found(), message);
    collapsed
        .candidates()
        .forEach(c -> {
          String group = c.product().variantOf().orElse(c.id());
          assertEquals(sizes.get(group), c.variants(), message);
        });
  }

  private static Filter filter(SplittableRandom random, int depth) {
    if (depth > 0 && random.nextInt(2) == 0) {
      List<Filter> parts = List.of(filter(random, depth - 1), filter(random, depth - 1));
      return switch (random.nextInt(3)) {
        case 0 -> new Filter.And(parts);
        case 1 -> new Filter.Or(parts);
        default -> new Filter.Not(parts.getFirst());
      };
    }
    return switch (random.nextInt(4)) {
      case 0 -> new Filter.OneOf("colour", List.of(new Value.Text("RED"), new Value.Text("blue")));
      case 1 -> new Filter.OneOf("watt", List.of(number(random.nextInt(6))));
      case 2 -> new Filter.Exists(random.nextBoolean() ? "colour" : "price");
      default -> {
        String field = random.nextBoolean() ? "price" : "watt";
        Bound from = new Bound.At(number(random.nextInt(5)), random.nextBoolean());
        Bound to =
            random.nextBoolean()
                ? new Bound.Open()
                : new Bound.At(number(random.nextInt(8)), random.nextBoolean());
        yield new Filter.Range(field, from, to);
      }
    };
  }

  private static Value number(int n) {
    return new Value.Numeric(BigDecimal.valueOf(n));
  }

  private static boolean holds(Filter filter, Product product) {
    return switch (filter) {
      case Filter.And and -> and.parts().stream().allMatch(p -> holds(p, product));
      case Filter.Or or -> or.parts().stream().anyMatch(p -> holds(p, product));
      case Filter.Not not -> !holds(not.part(), product);
      case Filter.Exists exists -> value(product, exists.field()).isPresent();
      case Filter.OneOf oneOf ->
          value(product, oneOf.field())
              .filter(v -> oneOf.values().stream().anyMatch(w -> v.equals(shown(w))))
              .isPresent();
      case Filter.Range range ->
          value(product, range.field())
              .map(Double::parseDouble)
              .filter(v -> above(range.from(), v) && below(range.to(), v))
              .isPresent();
    };
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Text text -> text.value().toLowerCase(java.util.Locale.ROOT);
      case Value.Numeric number -> number.value().toPlainString();
      case Value.Flag flag -> Boolean.toString(flag.value());
    };
  }

  private static boolean above(Bound bound, double value) {
    return !(bound instanceof Bound.At at) || (at.inclusive() ? value >= end(at) : value > end(at));
  }

  private static boolean below(Bound bound, double value) {
    return !(bound instanceof Bound.At at) || (at.inclusive() ? value <= end(at) : value < end(at));
  }

  private static double end(Bound.At at) {
    return ((Value.Numeric) at.value()).value().doubleValue();
  }

  /** A product's value as the facet shows it. */
  private static Optional<String> value(Product product, String field) {
    if (field.equals("price")) {
      return product.price().map(BigDecimal::toPlainString);
    }
    return Optional.ofNullable(product.attributes().get(field))
        .map(v ->
            switch (v) {
              case AttributeValue.Text text -> ProductSchema.folded(text.value());
              case AttributeValue.Numeric n -> Integer.toString(n.value().intValue());
              default -> throw new IllegalStateException("not made here: " + v);
            });
  }

  private static Comparator<Product> order(String field, boolean descending) {
    Comparator<String> values =
        field.equals("colour")
            ? Comparator.naturalOrder()
            : Comparator.comparingDouble(Double::parseDouble);
    Comparator<String> directed = descending ? values.reversed() : values;
    return Comparator.comparing(p -> value(p, field).orElse(null), Comparator.nullsLast(directed));
  }

  @Test
  void addingAFilterNeverAddsAndWordsDoNotChangeBecauseOfIt(@TempDir Path folder) {
    SplittableRandom random = new SplittableRandom(7);
    shop.clear();
    try (Fixture fixture = new Fixture(folder)) {
      change(fixture, random);
      for (int i = 0; i < 200; i++) {
        String text = WORDS.get(random.nextInt(5)) + " " + WORDS.get(random.nextInt(5)) + " zzz";
        Retrieval plain = Retrieval.all(1_000).withText(text);
        Filter filter = filter(random, 2);
        Set<String> without = new HashSet<>(Fixture.ids(fixture.retrieve(plain)));
        Set<String> with =
            Set.copyOf(Fixture.ids(fixture.retrieve(plain.withFilter(Optional.of(filter)))));
        without.removeIf(id -> !holds(filter, shop.get(id)));
        assertEquals(without, with, text + " " + filter);
        assertTrue(!without.isEmpty() || with.isEmpty());
      }
    }
  }
}
