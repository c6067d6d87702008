package dev.kindred.indexer.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Product;
import dev.kindred.model.Review;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract, and what is special about a file that SQLite keeps. */
class SqliteStoreTest extends StoreContract {

  @Override
  Store open(Path directory) {
    return SqliteStore.open(file());
  }

  private Path file() {
    return directory.resolve("kindred.db");
  }

  private static Change product(String id) {
    return new Change.PutProduct(Product.builder(id, "Product " + id).build());
  }

  private static Change view(String id, String user) {
    return new Change.AddEvent(
        Event.builder(id, EventType.VIEW, Instant.EPOCH).user(user).product("p").build());
  }

  @Test
  void twoStoresOnOneFileSeeEachOther() throws Exception {
    try (Store one = open(directory);
        Store two = open(directory);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> done = new ArrayList<>();
      for (Store store : List.of(one, two)) {
        done.add(
            pool.submit(() -> {
              for (int i = 0; i < 100; i++) {
                store.apply(List.of(product("p" + i), view(store.hashCode() + "-" + i, "u" + i)));
              }
            }));
      }
      for (Future<?> f : done) {
        f.get();
      }
      assertEquals(300, one.sequence());
      assertEquals(300, two.sequence());
      assertEquals(200, one.counts().allEvents());
      assertEquals(100, one.counts().users());
      one.apply(List.of(new Change.ForgetPerson("u1")));
      two.apply(List.of(view("late", "u1")));
      assertEquals(1, one.eventsOf(dev.kindred.model.Person.user("u1"), 10).size());
      assertEquals(List.of(), two.check());
    }
  }

  @Test
  void severalMayOpenANewFileAtOnce() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
      List<Future<Long>> done = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String id = "p" + i;
        done.add(
            pool.submit(() -> {
              try (Store store = open(directory)) {
                return store.apply(List.of(product(id))).getFirst().sequence();
              }
            }));
      }
      long sum = 0;
      for (Future<Long> f : done) {
        sum += f.get();
      }
      assertEquals(1 + 2 + 3 + 4 + 5 + 6, sum);
    }
  }

  @Test
  void leavesNoTraceOfSomebodyForgotten() throws IOException {
    String user = "Rumpelstilzchen-17";
    try (Store store = open(directory)) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        changes.add(view("e" + i, i % 7 == 0 ? user : "u" + i));
        changes.add(product("p" + i));
      }
      changes.add(
          new Change.PutReview(
              new Review(
                  "r", "p", Optional.of(user), OptionalDouble.of(1), "t", user, Optional.empty())));
      store.apply(changes);
      store.apply(List.of(new Change.ForgetPerson(user)));
      assertFalse(holds(user), "while open");
      assertEquals(List.of(store.sequence()), store.forgottenAfter(0));
    }
    assertFalse(holds(user), "after closing");
    assertTrue(holds("u1"), "the search would find it");
  }

  private boolean holds(String text) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.filter(f -> !f.toString().endsWith("-shm")).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void backsUpWhileWriting() throws Exception {
    Path copy = directory.resolve("backups/kindred.db");
    try (Store store = open(directory);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      store.apply(IntStream.range(0, 5_000).mapToObj(i -> view("first" + i, "u")).toList());
      Future<?> writing =
          pool.submit(() -> {
            for (int i = 0; i < 200; i++) {
              store.apply(List.of(view("then" + i, "u"), product("p" + i)));
            }
          });
      store.backup(copy);
      writing.get();
      assertThrows(StoreException.class, () -> store.backup(copy), "is there already");
    }
    try (Store store = SqliteStore.open(copy)) {
      assertEquals(List.of(), store.check());
      assertTrue(store.sequence() >= 5_000);
      StoreCounts counts = store.counts();
      assertEquals(store.sequence(), counts.allEvents() + counts.products());
      assertEquals(counts.allEvents() - 5_000, counts.products(), "no batch in half");
    }
    assertEquals(List.of(copy.getFileName()), names(copy.getParent()));
  }

  private static List<Path> names(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(Path::getFileName).toList();
    }
  }

  @Test
  void bringsOlderDataToItsVersionKeepingWhatIsThere() {
    Migrations shipped = Migrations.shipped();
    open(directory).close();
    try (Store store = open(directory)) {
      store.apply(List.of(product("p")));
    }
    List<String> scripts = new ArrayList<>(shipped.scripts());
    scripts.add(
        "ALTER TABLE product ADD COLUMN note TEXT DEFAULT 'none'; CREATE INDEX n ON product (note);");
    Migrations newer = new Migrations(scripts);
    try (Store store = SqliteStore.open(file(), newer)) {
      assertEquals("Product p", store.product("p").orElseThrow().product().title());
    }
    NewerDataException refused =
        assertThrows(NewerDataException.class, () -> SqliteStore.open(file(), shipped));
    assertEquals(shipped.newest() + 1, refused.found());
    assertEquals(shipped.newest(), refused.known());
    assertTrue(refused.getMessage().contains("kindred.db has data version"), refused.getMessage());
  }

  @Test
  void aMigrationThatFailsChangesNothing() throws IOException {
    open(directory).close();
    byte[] before = Files.readAllBytes(file());
    List<String> scripts = new ArrayList<>(Migrations.shipped().scripts());
    scripts.add("CREATE TABLE extra (a); CREATE TABLE nonsense nonsense;");
    assertThrows(StoreException.class, () -> SqliteStore.open(file(), new Migrations(scripts)));
    open(directory).close();
    assertArrayEquals(before, Files.readAllBytes(file()));
  }

  @Test
  void refusesTheFileOfAnotherProgram() throws SQLException, IOException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file())) {
      Database.execute(other, "CREATE TABLE theirs (a)");
    }
    StoreException refused = assertThrows(StoreException.class, () -> open(directory));
    assertTrue(refused.getMessage().contains("another program"), refused.getMessage());
    Files.writeString(file(), "not a database at all, but long enough to be looked at ".repeat(40));
    refused = assertThrows(StoreException.class, () -> open(directory));
    assertTrue(refused.getMessage().contains("not a database"), refused.getMessage());
  }
}
