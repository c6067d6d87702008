package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.Completion;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.ProductChange;
import dev.kindred.model.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowTest {

  private static Product product(int i) {
    return Product.builder("p" + i, "Mug number " + i).build();
  }

  private static List<Product> products(int from, int to) {
    List<Product> products = new ArrayList<>();
    for (int i = from; i < to; i++) {
      products.add(product(i));
    }
    return products;
  }

  @Test
  void changesBecomeVisibleAndViewsStayAsTheyWere(@TempDir Path folder) {
    try (Fixture shop = new Fixture(folder).put(product(1))) {
      try (CatalogView before = shop.catalog.view()) {
        shop.put(Product.builder("p1", "Cup").build(), product(2));
        assertEquals("Mug number 1", before.product("p1").orElseThrow().title());
        assertEquals(1, before.size());
      }
      assertEquals(List.of("p1"), shop.found("cup"));
      assertEquals(List.of("p2"), shop.found("mug"));
      shop.delete("p1");
      assertEquals(List.of(), shop.found("cup"));
      assertTrue(shop.view(view -> view.product("p1")).isEmpty());
    }
  }

  @Test
  void waitingForWhatNeverComesEnds(@TempDir Path folder) throws InterruptedException {
    try (Fixture shop = new Fixture(folder)) {
      assertFalse(shop.catalog.awaitVisible(99, Duration.ofMillis(20)));
    }
  }

  @Test
  void eventsCountAsSeenThoughTheyChangeNoProduct(@TempDir Path folder) {
    try (Fixture shop = new Fixture(folder).put(product(1))) {
      shop.store.apply(List.of(new Change.PutDocument("rule", "r", "{}")));
      shop.settle();
      assertEquals(shop.store.sequence(), shop.catalog.sequence());
    }
  }

  @Test
  void moreThanAPageIsFollowed(@TempDir Path folder) {
    try (Fixture shop = new Fixture(folder).put(products(0, 2_500))) {
      assertEquals(2_500, shop.view(CatalogView::size));
    }
  }

  @Test
  void whatACrashLostIsAppliedAgain(@TempDir Path folder) throws IOException {
    List<ProductChange> changes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      changes.add(new ProductChange(i + 1, "p" + i, i, Optional.of(product(i))));
    }
    ProductIndex crashed = ProductIndex.open(folder);
    crashed.apply(changes.subList(0, 10), 10);
    crashed.commit();
    crashed.apply(changes.subList(10, 20), 20);
    crashed.refresh();
    assertEquals(20, crashed.visible());
    crashed.abandon();

    ProductIndex again = ProductIndex.open(folder);
    assertEquals(10, again.applied());
    again.apply(changes.subList(8, 20), 20);
    again.refresh();
    try (ProductIndex.Lease lease = again.lease().orElseThrow()) {
      assertEquals(20, lease.searcher().getIndexReader().numDocs());
    }
    again.close();
  }

  @Test
  void anIndexThatIsGoneIsBuiltAnew(@TempDir Path folder) throws IOException {
    try (Fixture shop = new Fixture(folder).put(products(0, 30))) {
      assertEquals(30, shop.view(CatalogView::size));
    }
    try (Stream<Path> files = Files.walk(folder.resolve("index"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    try (Fixture shop = new Fixture(folder)) {
      assertEquals(30, shop.view(CatalogView::size));
    }
  }

  @Test
  void rebuildSwitchesWhileReadersSearch(@TempDir Path folder) throws Exception {
    try (Fixture shop = new Fixture(folder).put(products(0, 300))) {
      AtomicBoolean stop = new AtomicBoolean();
      AtomicReference<Throwable> failure = new AtomicReference<>();
      Thread reader =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  while (!stop.get()) {
                    assertTrue(shop.search("mug").found() >= 300);
                  }
                } catch (Throwable e) {
                  failure.set(e);
                }
              });
      CatalogView old = shop.catalog.view();
      for (int i = 0; i < 3; i++) {
        shop.catalog.rebuild();
        shop.put(product(300 + i));
      }
      assertEquals(300, old.retrieve(Retrieval.all(1).withText("mug")).found());
      old.close();
      stop.set(true);
      reader.join();
      assertEquals(null, failure.get());
      assertEquals(303, shop.search("mug").found());
      try (Stream<Path> left = Files.list(folder.resolve("index"))) {
        assertEquals(2, left.count(), "the serving index and the pointer");
      }
    }
    try (Fixture shop = new Fixture(folder)) {
      assertEquals(303, shop.search("mug").found());
    }
  }

  @Test
  void factorsRankAndNewProductsGetTheirsBeforeTheyAreVisible(@TempDir Path folder) {
    try (Fixture shop = new Fixture(folder).put(products(0, 4))) {
      ServingFactors factors =
          new ServingFactors(
              7, 2, p -> p.id().equals("p2") ? Optional.empty() : Optional.of(new float[] {0, 2}));
      factors.put(shop.store.product("p0").orElseThrow().number(), new float[] {3, 3});
      factors.put(shop.store.product("p1").orElseThrow().number(), new float[] {1, 0});
      try (CatalogView before = shop.catalog.view()) {
        shop.catalog.switchTo(factors);
        assertEquals(0, before.generation());
        assertTrue(before.factor("p0").isEmpty());
      }
      Retrieval request = Retrieval.all(9).withFactor(new float[] {1, 0.5f});
      var byFactor = shop.retrieve(request.rankedBy(new Ranking.ByFactor()));
      // Inner products 4.5, 1, none, 1: ties by id, the product without a factor last.
      assertEquals(List.of("p0", "p1", "p3", "p2"), Fixture.ids(byFactor));
      assertEquals(4.5f, byFactor.candidates().getFirst().affinity());
      var byCosine = shop.retrieve(request.rankedBy(new Ranking.ByCosine()));
      assertEquals(List.of("p0", "p1", "p3", "p2"), Fixture.ids(byCosine));
      assertEquals(0.9487f, byCosine.candidates().getFirst().affinity(), 1e-4);
      assertEquals(7, shop.view(CatalogView::generation));

      shop.put(product(9));
      assertArrayEquals(new float[] {0, 2}, shop.view(v -> v.factor("p9")).orElseThrow());
      shop.put(Product.builder("p0", "Learned factors stay").build());
      assertArrayEquals(new float[] {3, 3}, shop.view(v -> v.factor("p0")).orElseThrow());
    }
  }

  @Test
  void popularityRanksAndBreaksTiesById(@TempDir Path folder) {
    Popularity popularity = number -> number == 2 ? 1 : 0.25f;
    try (Fixture shop = new Fixture(folder, popularity).put(products(0, 4))) {
      var all = shop.retrieve(Retrieval.all(3));
      Candidate first = all.candidates().getFirst();
      assertEquals(2, first.number());
      assertEquals(1, first.popularity());
      List<String> rest = Fixture.ids(all).subList(1, 3);
      assertEquals(rest.stream().sorted().toList(), rest);
    }
  }

  @Test
  void typingIsCompleted(@TempDir Path folder) {
    try (Fixture shop =
        new Fixture(folder)
            .put(
                Product.builder("1", "Candle holder").categories(List.of("Candles > Tea")).build(),
                Product.builder("2", "Red candle").brand("Candelabra").build(),
                Product.builder("3", "Lamp").categories(List.of("Light")).build())) {
      List<Completion> done = shop.view(view -> view.complete("Cand", 8));
      assertEquals(
          List.of(
              new Completion(Completion.Kind.CATEGORY, "Candles", ""),
              new Completion(Completion.Kind.CATEGORY, "Candles > Tea", ""),
              new Completion(Completion.Kind.BRAND, "Candelabra", ""),
              new Completion(Completion.Kind.PRODUCT, "Candle holder", "1"),
              new Completion(Completion.Kind.PRODUCT, "Red candle", "2")),
          done);
      assertEquals(List.of("Red candle"), texts(shop, "red ca"));
      assertEquals(List.of(), texts(shop, "zzz"));
      assertEquals(List.of(), texts(shop, " "));
    }
  }

  private static List<String> texts(Fixture shop, String prefix) {
    return shop.view(view -> view.complete(prefix, 5)).stream().map(Completion::text).toList();
  }
}
