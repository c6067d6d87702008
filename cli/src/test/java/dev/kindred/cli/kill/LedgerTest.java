package dev.kindred.cli.kill;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.SqliteStore;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Event;
import dev.kindred.model.Product;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger lets pass and what it does not. */
class LedgerTest {
  private static final SplittableRandom RANDOM = new SplittableRandom(1);

  private final Ledger ledger = new Ledger();
  private final Product product = Goods.product(1, 1, RANDOM);
  private final Event event = Goods.events(1, 1, 1, RANDOM).getFirst();
  private Store store;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = SqliteStore.open(folder.resolve("kindred.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatWasUnderWayMayBeThereOrNot() {
    ledger.begin(Write.of(List.of(product)));
    ledger.begin(Write.ofEvents(List.of(event)));
    store.apply(List.of(new Change.AddEvent(event)));
    ledger.verify(store);

    assertTrue(ledger.products().isEmpty());
    store.apply(List.of(new Change.PutProduct(product)));
    complains("product p001-000001");
  }

  @Test
  void whatIsLostIsNoticed() {
    ledger.acknowledge(Write.of(List.of(product)));
    complains("product p001-000001");
    store.apply(List.of(new Change.PutProduct(product)));
    ledger.verify(store);

    ledger.acknowledge(Write.ofEvents(List.of(event)));
    complains("event e1-1 is lost");
  }

  @Test
  void anOlderStateIsNoticed() {
    store.apply(List.of(new Change.PutProduct(product)));
    ledger.acknowledge(Write.of(List.of(product)));
    ledger.acknowledge(Write.of(List.of(product.toBuilder().price(Goods.price(RANDOM)).build())));
    complains("product p001-000001");
  }

  @Test
  void whatIsDeletedStaysSo() {
    store.apply(List.of(new Change.PutProduct(product)));
    ledger.acknowledge(Write.deletion(product.id()));
    complains("product p001-000001");
  }

  @Test
  void whatNobodySentIsNoticed() {
    store.apply(List.of(new Change.AddEvent(event)));
    complains("event e1-1");
  }

  @Test
  void anotherNumberIsNoticed() {
    ledger.acknowledge(Write.ofEvents(List.of(event)));
    ledger.sequence(event.id(), 7);
    store.apply(List.of(new Change.AddEvent(event)));
    complains("event e1-1 got another number");
  }

  @Test
  void anOlderGenerationIsNoticed() {
    ledger.answered(1);
    complains("1 answered");
  }

  private void complains(String words) {
    AssertionError e = assertThrows(AssertionError.class, () -> ledger.verify(store));
    assertTrue(e.getMessage().contains(words), e.getMessage());
  }
}
