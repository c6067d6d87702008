package dev.kindred.indexer.store;

import dev.kindred.model.AttributeValue;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import dev.kindred.model.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How fast the store writes and reads: 400,000 events of 5,000 people on 4,000 products, 20,000
 * products. Run its {@code main} with a directory to write in; figures go to standard output.
 */
final class StoreBenchmark {
  private static final int EVENTS = 400_000;
  private static final int PRODUCTS = 20_000;
  private static final int PEOPLE = 5_000;
  private static final int READS = 2_000;

  private final SplittableRandom random = new SplittableRandom(1);

  private StoreBenchmark() {}

  public static void main(String[] args) throws IOException {
    Path directory = Files.createTempDirectory(Path.of(args[0]), "store-benchmark");
    StoreBenchmark benchmark = new StoreBenchmark();
    for (int batch : new int[] {1_000, 5_000}) {
      benchmark.run(directory.resolve(batch + ".db"), batch);
    }
  }

  private void run(Path file, int batch) throws IOException {
    try (Store store = SqliteStore.open(file)) {
      List<Change> products = new ArrayList<>();
      for (int i = 0; i < PRODUCTS; i++) {
        products.add(new Change.PutProduct(product(i)));
      }
      rate("products, batches of " + batch, PRODUCTS, () -> write(store, products, batch));
      List<Change> events = new ArrayList<>();
      for (int i = 0; i < EVENTS; i++) {
        events.add(new Change.AddEvent(event()));
      }
      rate("events, batches of " + batch, EVENTS, () -> write(store, events, batch));
      rate("events again", EVENTS, () -> write(store, events, batch));
      for (int i = 0; i < 3; i++) {
        rate("events replayed", EVENTS, () -> replay(store));
      }
      latency("newest 200 events of a person", i -> store.eventsOf(person(), 200));
      latency(
          "products of a person",
          i -> store.productsOf(person(), java.util.Set.of(EventType.VIEW)));
      latency("product", i -> store.product("p" + random.nextInt(PRODUCTS)));
      latency("sequence", i -> store.sequence());
      latency("one event written", i -> store.apply(List.of(new Change.AddEvent(event()))));
      rate("events one at a time, 64 callers", 20_000, () -> callers(store, 64, 20_000));
      rate("counts", 1, store::counts);
      rate("check", 1, store::check);
      rate("backup", 1, () -> store.backup(file.resolveSibling("backup-" + batch + ".db")));
    }
    System.out.printf("%,d bytes%n", Files.size(file));
  }

  private static void write(Store store, List<Change> changes, int batch) {
    for (int i = 0; i < changes.size(); i += batch) {
      store.apply(changes.subList(i, Math.min(changes.size(), i + batch)));
    }
  }

  private static void replay(Store store) {
    long[] count = new long[1];
    store.forEachEvent(0, e -> count[0]++);
    if (count[0] < EVENTS) {
      throw new AssertionError("replayed " + count[0]);
    }
  }

  private void callers(Store store, int callers, int events) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      changes.add(new Change.AddEvent(event()));
    }
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int c = 0; c < callers; c++) {
        int first = c;
        pool.submit(() -> {
          for (int i = first; i < events; i += callers) {
            store.apply(List.of(changes.get(i)));
          }
        });
      }
    }
  }

  private Product product(int i) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    for (int a = 0; a < 10; a++) {
      attributes.put("attribute_" + a, AttributeValue.of("value " + random.nextInt(50)));
    }
    return Product.builder("p" + i, "A product with a usual title, number " + i)
        .description("What it is and what it does. ".repeat(15))
        .brand("Brand " + i % 100)
        .categories(List.of("Home > Candles", "Gifts"))
        .price(new BigDecimal("12.50"))
        .currency("GBP")
        .attributes(attributes)
        .build();
  }

  private Person person() {
    return Person.user("user-" + random.nextInt(PEOPLE));
  }

  private Event event() {
    Person person = person();
    return Event.builder(
            new UUID(random.nextLong(), random.nextLong()).toString(),
            random.nextInt(4) == 0 ? EventType.PURCHASE : EventType.VIEW,
            Instant.ofEpochSecond(1_700_000_000L + random.nextInt(30_000_000)))
        .user(person.id())
        .session(person.id() + "-" + random.nextInt(4))
        .product("p" + random.nextInt(4_000))
        .build();
  }

  private static void rate(String what, int count, Runnable work) {
    long cpuStart = cpuNanos();
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (cpuNanos() - cpuStart) / 1e9;
    System.out.printf(
        "%-40s %,12.0f/s %8.3f s, %8.3f s of processor time%n",
        what, count / seconds, seconds, cpuSeconds);
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static void latency(String what, java.util.function.IntConsumer read) {
    long[] nanos = new long[READS];
    for (int i = 0; i < READS; i++) {
      long start = System.nanoTime();
      read.accept(i);
      nanos[i] = System.nanoTime() - start;
    }
    java.util.Arrays.sort(nanos);
    System.out.printf(
        "%-40s median %8.3f ms, p99 %8.3f ms%n",
        what, nanos[READS / 2] / 1e6, nanos[READS * 99 / 100] / 1e6);
  }
}
