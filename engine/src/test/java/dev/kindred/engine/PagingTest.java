package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.engine.SearchRequest.Mode;
import dev.kindred.indexer.catalog.Ranking.SortField;
import dev.kindred.indexer.store.Change;
import dev.kindred.model.Product;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages while products come, change and go and people buy: nothing comes twice, and what matches
 * all the while comes once.
 */
class PagingTest {
  private static final int STEADY = 60;
  private static Kindred shop;

  @BeforeAll
  static void open(@TempDir Path folder) {
    shop = SmallShop.open(folder);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void ownVariantsDoNotEndThePagesOfSimilarProducts() {
    List<Change> variants = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      variants.add(
          new Change.PutProduct(
              Product.builder("v" + i, "Candle number 0").variantOf("c0").build()));
    }
    SmallShop.write(shop, variants);
    try {
      for (boolean together : List.of(false, true)) {
        Set<String> seen = new HashSet<>();
        Optional<Page> page = Optional.of(Page.first(7));
        while (page.isPresent()) {
          RelatedRequest request =
              new RelatedRequest("c0", Optional.empty(), List.of(), page.get(), false);
          Answer answer = together ? shop.boughtTogether(request) : shop.similar(request);
          answer.hits().forEach(h -> assertTrue(seen.add(h.product().id()), h.product().id()));
          page = answer.cursor().map(c -> Page.at(c, 7));
        }
        assertTrue(seen.stream().noneMatch(id -> id.startsWith("v") || id.equals("c0")));
        assertTrue(seen.size() >= SmallShop.OF_EACH - 1, together + " " + seen.size());
      }
    } finally {
      List<Change> gone = new ArrayList<>();
      for (int i = 0; i < 150; i++) {
        gone.add(new Change.DeleteProduct("v" + i));
      }
      SmallShop.write(shop, gone);
    }
  }

  private static final class Turmoil {
    private final SplittableRandom random;
    private final Map<String, Product> comingAndGoing = new LinkedHashMap<>();
    private int events;

    Turmoil(SplittableRandom random) {
      this.random = random;
    }

    /** Rewrites steady products, adds and removes others, and has somebody buy. */
    void go() {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        changes.add(new Change.PutProduct(steady(random.nextInt(STEADY))));
        String id = "x" + random.nextInt(40);
        if (comingAndGoing.remove(id) != null) {
          changes.add(new Change.DeleteProduct(id));
        } else {
          comingAndGoing.put(id, Product.builder(id, "Brass bell " + id).build());
          changes.add(new Change.PutProduct(comingAndGoing.get(id)));
        }
        changes.add(SmallShop.purchase("tool7", "b" + random.nextInt(STEADY), ++events));
      }
      SmallShop.write(shop, changes);
    }

    private Product steady(int number) {
      String words = random.nextBoolean() ? "bell" : "bell bell bell of brass";
      return Product.builder("b" + number, "Brass " + words + " number " + random.nextInt(9))
          .price(BigDecimal.valueOf(random.nextInt(50)))
          .variantOf("group" + number / 3)
          .build();
    }

    void steady() {
      List<Change> all = new ArrayList<>();
      for (int i = 0; i < STEADY; i++) {
        all.add(new Change.PutProduct(steady(i)));
      }
      SmallShop.write(shop, all);
    }
  }

  private static SearchRequest request(
      Mode mode, List<SortField> sort, boolean collapse, Page page) {
    return new SearchRequest(
        "brass bell",
        Optional.empty(),
        SmallShop.user("bells"),
        Optional.empty(),
        List.of(),
        sort,
        collapse,
        page,
        mode,
        true,
        true,
        false);
  }

  /** All pages one after the other, with changes in between. */
  private static List<Product> paged(
      Function<Page, Answer> question, Turmoil turmoil, SplittableRandom random) {
    List<Product> shown = new ArrayList<>();
    Optional<Page> page = Optional.of(Page.first(1 + random.nextInt(20)));
    while (page.isPresent()) {
      Answer answer = question.apply(page.get());
      answer.hits().forEach(hit -> shown.add(hit.product()));
      page = answer.cursor().map(c -> Page.at(c, 1 + random.nextInt(20)));
      turmoil.go();
    }
    return shown;
  }

  @Test
  void nothingComesTwiceAndWhatStaysComesOnce() {
    for (long seed = 1; seed <= 6; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Turmoil turmoil = new Turmoil(random);
      turmoil.steady();
      Mode mode = Mode.values()[random.nextInt(2) * 2];
      List<SortField> sort =
          switch (random.nextInt(3)) {
            case 0 -> List.of(new SortField("price", random.nextBoolean()));
            case 1 -> List.of(new SortField("title", random.nextBoolean()));
            default -> List.of();
          };
      String told = "seed " + seed + ", " + mode + ", sorted by " + sort;
      List<Product> shown =
          paged(page -> shop.search(request(mode, sort, false, page)), turmoil, random);
      Set<String> ids = shown.stream().map(Product::id).collect(Collectors.toSet());
      assertEquals(ids.size(), shown.size(), told);
      for (int i = 0; i < STEADY; i++) {
        assertTrue(ids.contains("b" + i), told + ", without b" + i);
      }
    }
  }

  @Test
  void noGroupOfVariantsComesTwice() {
    for (long seed = 1; seed <= 4; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Turmoil turmoil = new Turmoil(random);
      turmoil.steady();
      List<SortField> sort = List.of(new SortField("price", random.nextBoolean()));
      List<Product> shown =
          paged(page -> shop.search(request(Mode.LEXICAL, sort, true, page)), turmoil, random);
      List<String> groups =
          shown.stream().map(p -> p.variantOf().orElse(p.id())).collect(Collectors.toList());
      assertEquals(new HashSet<>(groups).size(), groups.size(), "seed " + seed);
      for (int i = 0; i < STEADY / 3; i++) {
        assertTrue(groups.contains("group" + i), "seed " + seed + ", without group" + i);
      }
    }
  }

  @Test
  void recommendationsGoOnWhileTheTasteChanges() {
    SplittableRandom random = new SplittableRandom(3);
    Turmoil turmoil = new Turmoil(random);
    turmoil.steady();
    List<Product> shown =
        paged(
            page ->
                shop.recommend(
                    new RecommendRequest(
                        SmallShop.user("tool7"),
                        Optional.empty(),
                        List.of(),
                        RecommendRequest.Seen.SHOWN,
                        0.2,
                        page,
                        false)),
            turmoil,
            random);
    Set<String> ids = shown.stream().map(Product::id).collect(Collectors.toSet());
    assertEquals(ids.size(), shown.size());
    for (int i = 0; i < SmallShop.OF_EACH; i++) {
      assertTrue(ids.contains("c" + i) && ids.contains("t" + i) && ids.contains("b" + i), "" + i);
    }
  }
}
