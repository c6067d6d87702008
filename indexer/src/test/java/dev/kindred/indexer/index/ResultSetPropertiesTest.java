package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.catalog.FacetCounts;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.Fusion;
import dev.kindred.indexer.catalog.NumberRanges;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.indexer.catalog.Sense;
import dev.kindred.indexer.catalog.Wording;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import dev.kindred.model.filter.Filter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for every result set of words, meaning, filters, variants and synonyms, on 10,000
 * random cases: the counts of a facet, or of its ranges, and what is missing make up what was
 * found; a facet of several choices counts what is found without its own conditions; pages are
 * disjoint and together the whole set; how much was found depends neither on page size nor on
 * order; a filter never adds; words with meaning find all that words find.
 */
class ResultSetPropertiesTest {
  private static final int CATALOGUES = 20;
  private static final int CASES = 500;
  private static final List<String> WORDS =
      List.of(
          "mug",
          "mugs",
          "cup",
          "lamp",
          "light",
          "red",
          "tray",
          "box",
          "cake stand",
          "cakestand",
          "TN-2110");
  private static final List<String> BRANDS = List.of("Acme", "acme", "Zeta");

  @Test
  void holdForRandomCatalogues(@TempDir Path folder) {
    int cases = 0;
    for (long seed = 1; seed <= CATALOGUES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      try (Fixture shop = Fixture.withMeaning(folder.resolve("shop" + seed))) {
        Map<String, Product> products = new LinkedHashMap<>();
        for (int i = random.nextInt(10, 60); i > 0; i--) {
          Product product = product("p" + random.nextInt(120), random);
          products.put(product.id(), product);
        }
        shop.put(products.values());
        for (int i = 0; i < CASES; i++, cases++) {
          check(shop, random, "seed " + seed + ", case " + i);
        }
      }
    }
    assertEquals(10_000, cases);
  }

  private static Product product(String id, SplittableRandom random) {
    Product.Builder product = Product.builder(id, words(random, 1 + random.nextInt(4)));
    if (random.nextBoolean()) {
      product.brand(pick(BRANDS, random));
    }
    if (random.nextBoolean()) {
      product.description(words(random, 3));
    }
    if (random.nextInt(3) > 0) {
      product.price(BigDecimal.valueOf(random.nextInt(6)));
    }
    if (random.nextInt(3) == 0) {
      product.variantOf("p" + random.nextInt(5));
    }
    return product.attributes(Map.of("watt", AttributeValue.of(random.nextInt(4)))).build();
  }

  private static String words(SplittableRandom random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(pick(WORDS, random));
    }
    return String.join(" ", words);
  }

  private static <T> T pick(List<T> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }

  /** A condition and the field that it alone speaks of; no field if it cannot be left aside. */
  private record Condition(String field, Filter filter) {}

  private static Condition condition(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Condition("brand", new Filter.Exists("brand"));
      case 1 -> new Condition("brand", brand(random));
      case 2 ->
          new Condition(
              "watt", new Filter.Or(List.of(watt(random), new Filter.And(List.of(watt(random))))));
      case 3 -> new Condition("", new Filter.Or(List.of(brand(random), watt(random))));
      case 4 -> new Condition("", new Filter.Not(brand(random)));
      default ->
          new Condition(
              "price", new Filter.Range("price", at(random.nextInt(3)), at(2 + random.nextInt(4))));
    };
  }

  private static Filter brand(SplittableRandom random) {
    return new Filter.OneOf("brand", List.of(new Filter.Value.Text(pick(BRANDS, random))));
  }

  private static Filter watt(SplittableRandom random) {
    return new Filter.OneOf(
        random.nextBoolean() ? "watt" : "attributes.watt",
        List.of(new Filter.Value.Numeric(BigDecimal.valueOf(random.nextInt(4)))));
  }

  private static Filter.Bound at(int number) {
    return new Filter.Bound.At(new Filter.Value.Numeric(BigDecimal.valueOf(number)), true);
  }

  private static Optional<Filter> all(List<Condition> conditions, SplittableRandom random) {
    List<Filter> filters = conditions.stream().map(Condition::filter).toList();
    return switch (filters.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(filters.getFirst());
      default -> {
        int cut = random.nextInt(filters.size());
        List<Filter> nested = new ArrayList<>(filters.subList(0, cut));
        nested.add(new Filter.And(filters.subList(cut, filters.size())));
        yield Optional.of(new Filter.And(nested));
      }
    };
  }

  private static List<FacetRequest> facets(boolean multiSelect, SplittableRandom random) {
    NumberRanges ranges =
        random.nextBoolean() ? NumberRanges.FITTING : new NumberRanges(List.of(1.0, 2.5, 4.0));
    return List.of(
        new FacetRequest("brand", 10, multiSelect, Optional.empty()),
        new FacetRequest("price", 10, multiSelect, Optional.of(ranges)),
        new FacetRequest("watt", 10, multiSelect, Optional.empty()));
  }

  private static void check(Fixture shop, SplittableRandom random, String message) {
    List<Condition> conditions = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      conditions.add(condition(random));
    }
    boolean multiSelect = random.nextInt(4) == 0;
    Retrieval lexical =
        Retrieval.all(1_000)
            .collapsed(random.nextInt(4) == 0)
            .withFilter(all(conditions, random))
            .counting(facets(multiSelect, random));
    if (random.nextInt(4) == 0) {
      lexical = lexical.including(Set.of("p" + random.nextInt(60), "p" + random.nextInt(60, 120)));
    }
    String text = words(random, 1 + random.nextInt(3));
    if (random.nextInt(4) > 0) {
      Wording.Alternative other =
          new Wording.Alternative(0, 1 + random.nextInt(text.length()), pick(WORDS, random));
      lexical =
          lexical.withText(new Wording(text, random.nextBoolean() ? List.of() : List.of(other)));
    }
    boolean hybrid = random.nextBoolean() && lexical.text().isPresent();
    Retrieval request = hybrid ? lexical.meaning(sense(shop, text)) : lexical;
    Retrieved whole = shop.retrieve(request);
    List<String> ids = Fixture.ids(whole);
    assertEquals(whole.found(), ids.size(), message);
    assertEquals(ids.size(), new HashSet<>(ids).size(), message);
    whole.facets().values().forEach(facet -> checkSums(facet, message));
    if (multiSelect) {
      whole
          .facets()
          .forEach((field, facet) -> {
            List<Condition> others =
                conditions.stream().filter(c -> !c.field().equals(field)).toList();
            Retrieval without = request.withFilter(all(others, random));
            Retrieval plain = without.counting(List.of(new FacetRequest(field, 10)));
            Retrieved wider = shop.retrieve(plain);
            assertEquals(wider.found(), facet.found(), message);
            assertEquals(wider.facets().get(field).values(), facet.values(), message);
          });
    } else {
      whole.facets().values().forEach(f -> assertEquals(whole.found(), f.found(), message));
    }
    if (request.collapseVariants() || random.nextBoolean()) {
      checkPages(shop, request, whole, 1 + ids.size() / 3 + random.nextInt(10), message);
    } else {
      Ranking byPrice =
          new Ranking.BySort(List.of(new Ranking.SortField("price", random.nextBoolean())));
      Retrieved sorted = shop.retrieve(request.rankedBy(byPrice));
      assertEquals(new HashSet<>(ids), new HashSet<>(Fixture.ids(sorted)), message);
      assertEquals(whole.facets(), sorted.facets(), message);
      List<Condition> more = new ArrayList<>(conditions);
      more.add(condition(random));
      Retrieved fewer = shop.retrieve(request.withFilter(all(more, random)));
      assertTrue(Set.copyOf(ids).containsAll(Fixture.ids(fewer)), message);
      assertTrue(fewer.found() <= whole.found(), message);
      if (!request.include().isEmpty()) {
        Retrieval any = Retrieval.all(1_000).withFilter(request.filter());
        Set<String> passing = new HashSet<>(Fixture.ids(shop.retrieve(any)));
        passing.retainAll(request.include());
        assertTrue(ids.containsAll(passing), message);
      }
      if (hybrid) {
        assertTrue(Set.copyOf(ids).containsAll(Fixture.ids(shop.retrieve(lexical))), message);
      }
    }
  }

  private static Sense sense(Fixture shop, String text) {
    return new Sense(
        shop.meaning.orElseThrow().query(text).orElseThrow(), new Fusion(0.6, 0.4, 0.5));
  }

  private static void checkSums(FacetCounts facet, String message) {
    long counted = facet.values().stream().mapToLong(FacetCounts.ValueCount::count).sum();
    assertEquals(facet.found(), counted + facet.missing(), message);
    if (!facet.ranges().isEmpty()) {
      long inRanges = facet.ranges().stream().mapToLong(FacetCounts.RangeCount::count).sum();
      assertEquals(counted, inRanges, message);
    }
    facet.numbers().ifPresent(n -> assertEquals(counted, n.count(), message));
  }

  private static void checkPages(
      Fixture shop, Retrieval request, Retrieved whole, int size, String message) {
    List<String> ids = Fixture.ids(whole);
    List<String> pages = new ArrayList<>();
    for (int offset = 0; offset < ids.size(); offset += size) {
      Retrieved page = shop.retrieve(request.window(offset, size));
      assertEquals(whole.found(), page.found(), message);
      assertEquals(whole.facets(), page.facets(), message);
      pages.addAll(Fixture.ids(page));
    }
    assertEquals(ids, pages, message);
  }
}
