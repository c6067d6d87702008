package dev.kindred.indexer.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.SqliteStore;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.DecayedCounts;
import dev.kindred.learn.EventWeights;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;
  private final Trends trends = new Trends(EventWeights.DEFAULT, Duration.ofDays(10));
  private Store store;
  private int events;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder.resolve("kindred.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anEventOfOneHalfLifeAgoCountsLittleMoreThanHalf() {
    product("old");
    product("new");
    purchase("old", "u1", 0);
    purchase("new", "u2", 10);
    trends.follow(store);

    assertEquals(1, trends.of(number("new")), 1e-6);
    assertEquals(0.52 / 1.02, trends.of(number("old")), 1e-4);
  }

  @Test
  void afterYearsOfQuietOneEventDoesNotOutweighEverything() {
    product("favourite");
    product("seldom");
    product("clicked");
    for (int i = 0; i < 200; i++) {
      purchase("favourite", "u" + i, 0);
    }
    purchase("seldom", "u1", 0);
    purchase("clicked", "u2", 3_650);
    trends.follow(store);

    assertEquals(1, trends.of(number("favourite")), 1e-6);
    assertEquals(1.02 / 4, trends.of(number("clicked")), 1e-3);
    assertEquals(0.02 / 4, trends.of(number("seldom")), 1e-3);
  }

  @Test
  void eventsOfAnUnknownProductShowWhenItArrives() {
    product("known");
    purchase("known", "u1", 0);
    purchase("later", "u1", 0);
    purchase("later", "u2", 0);
    trends.follow(store);
    assertEquals(1, trends.of(number("known")) * 2, 1e-6);

    product("later");
    trends.follow(store);

    assertEquals(1, trends.of(number("later")), 1e-6);
  }

  @Test
  void whoIsForgottenDoesNotCount() {
    product("a");
    product("b");
    purchase("a", "stays", 0);
    purchase("b", "goes", 0);
    purchase("b", "goes", 0);
    trends.follow(store);
    assertEquals(1, trends.of(number("b")), 1e-6);

    store.apply(List.of(new Change.ForgetPerson("goes")));
    trends.follow(store);
    trends.follow(store);

    assertEquals(0, trends.of(number("b")));
    assertEquals(1, trends.of(number("a")), 1e-6);
  }

  @Test
  void takesUpWhatIsNewOnlyOnce() {
    product("a");
    product("b");
    purchase("a", "u1", 0);
    purchase("a", "u2", 0);
    trends.follow(store);
    purchase("b", "u1", 0);
    for (int i = 0; i < 3; i++) {
      trends.follow(store);
    }

    assertEquals(0.5, trends.of(number("b")), 1e-6);
    assertTrue(trends.of(12_345) == 0);
  }

  @Test
  void goesOnFromWhatWasSaved() throws IOException {
    Path file = folder.resolve("trends.bin");
    product("a");
    product("b");
    store.apply(
        IntStream.range(0, 20_000)
            .mapToObj(i -> (Change) new Change.AddEvent(event("a", "u" + i, 0)))
            .toList());
    trends.follow(store);
    trends.saveIfGrown(file);
    purchase("b", "u1", 0);

    Trends next = new Trends(EventWeights.DEFAULT, Duration.ofDays(10));
    next.restore(file, store);
    assertEquals(1, TrendsFile.read(file).stream().count());
    next.follow(store);
    trends.follow(store);

    assertEquals(1 / 20_000f, next.of(number("b")), 1e-9);
    assertEquals(trends.of(number("b")), next.of(number("b")));
    assertEquals(1, next.of(number("a")));
  }

  @Test
  void countsAnewWhatWasSavedDamagedOrInAnotherWay() throws IOException {
    Path file = folder.resolve("trends.bin");
    product("a");
    purchase("a", "u1", 0);
    DecayedCounts counts = new DecayedCounts(Duration.ofDays(20));
    TrendsFile.write(file, new TrendsFile.Saved(1, 0, new double[] {1}, 0, counts, counts));
    assertCountsAnew(file);

    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertTrue(TrendsFile.read(file).isEmpty());
    assertCountsAnew(file);
  }

  private void assertCountsAnew(Path file) {
    Trends anew = new Trends(EventWeights.DEFAULT, Duration.ofDays(10));
    anew.restore(file, store);
    anew.follow(store);
    assertEquals(1, anew.of(number("a")));
  }

  private void product(String id) {
    store.apply(List.of(new Change.PutProduct(Product.builder(id, "Product " + id).build())));
  }

  private int number(String id) {
    return store.product(id).orElseThrow().number();
  }

  private void purchase(String product, String user, int day) {
    store.apply(List.of(new Change.AddEvent(event(product, user, day))));
  }

  private Event event(String product, String user, int day) {
    return Event.builder("e" + events++, EventType.PURCHASE, START.plus(Duration.ofDays(day)))
        .user(user)
        .product(product)
        .build();
  }
}
