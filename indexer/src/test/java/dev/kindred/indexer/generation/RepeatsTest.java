package dev.kindred.indexer.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.SqliteStore;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.EventWeights;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.FeatureVector;
import dev.kindred.model.Product;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int DAYS = 8;

  @TempDir private Path folder;

  @Test
  void candlesAreBoughtAgainAndLampsAreNot() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      changes.add(product("candle" + i, "Home > Candles"));
      changes.add(product("lamp" + i, "Home > Lamps"));
    }
    for (int person = 0; person < 30; person++) {
      for (int day = 0; day < DAYS; day++) {
        changes.add(purchase("u" + person, "candle" + person, day));
        changes.add(purchase("u" + person, "lamp" + (person + day) % 40, day));
      }
    }
    assertEquals(List.of("candle"), kinds(changes));
  }

  @Test
  void whatOneBasketHoldsTwiceIsNotBoughtAgain() {
    List<Change> changes = new ArrayList<>();
    changes.add(product("candle0", "Home > Candles"));
    for (int person = 0; person < 100; person++) {
      changes.add(purchase("u" + person, "candle0", 1));
      changes.add(
          new Change.AddEvent(
              Event.builder("again" + person, EventType.PURCHASE, START.plusSeconds(86_401))
                  .user("u" + person)
                  .session("u" + person + "day1")
                  .product("candle0")
                  .build()));
    }
    assertEquals(List.of(), kinds(changes));
  }

  /** The kinds whose items are all bought again; fails if a kind is divided. */
  private List<String> kinds(List<Change> changes) {
    try (Store store = SqliteStore.open(folder.resolve("kindred.db"))) {
      store.apply(changes);
      TrainingSet set =
          TrainingSet.read(
              store, EventLog.read(store, EventWeights.DEFAULT), product -> FeatureVector.EMPTY);
      BitSet again = Repeats.of(set);
      TreeSet<String> yes = new TreeSet<>();
      TreeSet<String> no = new TreeSet<>();
      for (int item = 0; item < set.items(); item++) {
        (again.get(item) ? yes : no).add(set.ids().get(item).replaceAll("\\d", ""));
      }
      yes.forEach(kind -> assertEquals(false, no.contains(kind), kind));
      return List.copyOf(yes);
    }
  }

  private static Change product(String id, String category) {
    return new Change.PutProduct(Product.builder(id, id).categories(List.of(category)).build());
  }

  private static Change purchase(String user, String product, int day) {
    return new Change.AddEvent(
        Event.builder(user + product + day, EventType.PURCHASE, START.plusSeconds(86_400L * day))
            .user(user)
            .session(user + "day" + day)
            .product(product)
            .build());
  }
}
