package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.catalog.FacetCounts;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
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
 * What holds for every result set of words, filters, variants and synonyms, on 10,000 random cases:
 * the counts of a facet and what is missing make up what was found; pages are disjoint and together
 * the whole set; how much was found depends neither on page size nor on order; a filter never adds.
 */
class ResultSetPropertiesTest {
  private static final int CATALOGUES = 20;
  private static final int CASES = 500;
  private static final List<String> WORDS =
      List.of("mug", "mugs", "lamp", "red", "tray", "box", "cake stand", "cakestand", "TN-2110");
  private static final List<String> BRANDS = List.of("Acme", "acme", "Zeta");

  @Test
  void holdForRandomCatalogues(@TempDir Path folder) {
    int cases = 0;
    for (long seed = 1; seed <= CATALOGUES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      try (Fixture shop = new Fixture(folder.resolve("shop" + seed))) {
        Map<String, Product> products = new LinkedHashMap<>();
        for (int i = random.nextInt(10, 80); i > 0; i--) {
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

  private static Retrieval request(SplittableRandom random) {
    Retrieval all =
        Retrieval.all(1_000)
            .collapsed(random.nextInt(4) == 0)
            .counting(List.of(new FacetRequest("brand", 10), new FacetRequest("price", 10)));
    if (random.nextInt(4) > 0) {
      String text = words(random, 1 + random.nextInt(3));
      Wording.Alternative other =
          new Wording.Alternative(0, 1 + random.nextInt(text.length()), pick(WORDS, random));
      all = all.withText(new Wording(text, random.nextBoolean() ? List.of() : List.of(other)));
    }
    return random.nextBoolean() ? all : all.withFilter(Optional.of(filter(random)));
  }

  private static Filter filter(SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> new Filter.Exists("brand");
      case 1 ->
          new Filter.OneOf(
              "watt", List.of(new Filter.Value.Numeric(BigDecimal.valueOf(random.nextInt(4)))));
      default -> new Filter.Not(new Filter.Exists("price"));
    };
  }

  private static void check(Fixture shop, SplittableRandom random, String message) {
    Retrieval request = request(random);
    Retrieved whole = shop.retrieve(request);
    List<String> ids = Fixture.ids(whole);
    assertEquals(whole.found(), ids.size(), message);
    assertEquals(ids.size(), new HashSet<>(ids).size(), message);
    for (FacetCounts facet : whole.facets().values()) {
      long counted = facet.values().stream().mapToLong(FacetCounts.ValueCount::count).sum();
      assertEquals(whole.found(), counted + facet.missing(), message);
    }
    int size = 1 + ids.size() / 4 + random.nextInt(10);
    List<String> pages = new ArrayList<>();
    for (int offset = 0; offset < ids.size(); offset += size) {
      Retrieved page = shop.retrieve(request.window(offset, size));
      assertEquals(whole.found(), page.found(), message);
      assertEquals(whole.facets(), page.facets(), message);
      pages.addAll(Fixture.ids(page));
    }
    assertEquals(ids, pages, message);
    if (!request.collapseVariants()) {
      Ranking byPrice =
          new Ranking.BySort(List.of(new Ranking.SortField("price", random.nextBoolean())));
      Retrieved sorted = shop.retrieve(request.rankedBy(byPrice));
      assertEquals(new HashSet<>(ids), new HashSet<>(Fixture.ids(sorted)), message);
      List<Filter> both = new ArrayList<>(List.of(filter(random)));
      request.filter().ifPresent(both::add);
      Retrieved fewer = shop.retrieve(request.withFilter(Optional.of(new Filter.And(both))));
      assertTrue(Set.copyOf(ids).containsAll(Fixture.ids(fewer)), message);
      assertTrue(fewer.found() <= whole.found(), message);
    }
  }
}
