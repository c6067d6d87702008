package dev.kindred.indexer.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Product;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
  @TempDir Path directory;

  @Test
  void numbersChangesInOneSequence() {
    try (Store store = SqliteStore.open(directory.resolve("kindred.db"))) {
      Product lamp = Product.builder("p1", "Lamp").build();
      Event view =
          Event.builder("e1", EventType.VIEW, Instant.EPOCH).user("u").product("p2").build();
      assertEquals(
          List.of(
              new Outcome(Outcome.Kind.CREATED, 1),
              new Outcome(Outcome.Kind.CREATED, 2),
              new Outcome(Outcome.Kind.DUPLICATE, 2),
              new Outcome(Outcome.Kind.UNCHANGED, 1)),
          store.apply(
              List.of(
                  new Change.PutProduct(lamp),
                  new Change.AddEvent(view),
                  new Change.AddEvent(view),
                  new Change.PutProduct(lamp))));
      assertEquals(2, store.sequence());
      assertEquals(lamp, store.product("p1").orElseThrow().product());
      assertEquals(List.of(new StoredEvent(2, view)), store.events(0, 10));
      assertEquals(List.of(), store.check());
      assertEquals(1, store.counts().eventsOfUnknownProducts());
    }
  }
}
