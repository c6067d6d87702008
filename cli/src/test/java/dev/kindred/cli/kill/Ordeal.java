package dev.kindred.cli.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.store.SqliteStore;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The life of one data directory: rounds in which one or two processes work on it until each is
 * killed, and after each round a look at what is left. Nothing is ever repaired.
 */
final class Ordeal {
  private static final int LANES = 3;
  private static final int FIRST_FILE = 10;
  private static final int FIRST_START = 3;
  private static final int PRODUCTS_LOOKED_FOR = 12;
  private static final int LONGEST_MILLIS = 2_000;
  private static final List<String> SERVE = List.of("serve", "--port", "0");
  private static final String STARTING = "serve, starting";

  private final Path data;
  private final Path scratch;
  private final Moments moments;
  private final SplittableRandom random;
  private final Ledger ledger = new Ledger();
  private final List<Lane> lanes = new ArrayList<>();
  private final Map<String, Integer> kills = new ConcurrentHashMap<>();
  private volatile Optional<Job> interrupted = Optional.empty();
  private int files = FIRST_FILE;

  /**
   * @param folder for the data directory and everything else
   */
  Ordeal(Path folder, Moments moments, SplittableRandom random) throws IOException {
    this.data = folder.resolve("data");
    this.scratch = Files.createDirectories(folder.resolve("scratch"));
    this.moments = moments;
    this.random = random;
    for (int owner = 0; owner < LANES; owner++) {
      lanes.add(new Lane(owner, ledger, random.split()));
    }
  }

  /** How many processes were killed so far. */
  int kills() {
    return kills.values().stream().mapToInt(n -> n).sum();
  }

  /** The same by what they were doing. */
  Map<String, Integer> killsByKind() {
    return new TreeMap<>(kills);
  }

  /** Changes acknowledged so far. */
  long acknowledged() {
    return ledger.acknowledged();
  }

  /** The generation that serves, 0 for none. */
  int generation() {
    return ledger.serving();
  }

  /** Lets something work, kills it, and looks. */
  void round() throws IOException, InterruptedException {
    switch (Files.exists(database()) ? random.nextInt(10) : FIRST_START) {
      case 0, 1 -> runOrKill(importing(), random);
      case 2 -> runOrKill(training(), random);
      case FIRST_START, 4 -> killWhileStarting();
      case 5 -> serve(Optional.of(importing()));
      case 6 -> serve(Optional.of(training()));
      default -> serve(Optional.empty());
    }
    verifyStore();
  }

  /** Lets some events and a training through, so that there is a generation. */
  void train() throws IOException, InterruptedException {
    finishImport();
    run(Job.importingEvents(scratch, files++, random));
    while (!ledger.teaches()) {
      serve(Optional.empty());
      verifyStore();
    }
    run(Job.train());
    verifyStore();
    assertTrue(generation() > 0, "a training that ended left no generation");
  }

  /** Lets what was interrupted be done again to its end, and looks at everything once more. */
  void finish() throws IOException, InterruptedException {
    finishImport();
    verifyStore();
    try (Program serving = start(SERVE);
        Client client = new Client(serving.port())) {
      verifyAnswers(client);
      run(new Job("check", List.of("check"), Write.NOTHING));
      kill(serving, "serve");
    }
    verifyStore();
  }

  /** A training, if there is something to learn from. */
  private Job training() throws IOException {
    return ledger.teaches() ? Job.train() : importing();
  }

  private Job importing() throws IOException {
    if (interrupted.isPresent()) {
      return interrupted.get();
    }
    return random.nextInt(3) == 0
        ? Job.importingProducts(scratch, files++, random)
        : Job.importingEvents(scratch, files++, random);
  }

  private void finishImport() throws InterruptedException {
    if (interrupted.isPresent()) {
      run(interrupted.get());
    }
  }

  private Path database() {
    return data.resolve("kindred.db");
  }

  private Program start(List<String> arguments) {
    return Program.start(data, scratch, arguments);
  }

  /** Runs a job to its end. */
  private void run(Job job) throws InterruptedException {
    ledger.begin(job.write());
    long began = System.nanoTime();
    try (Program program = start(job.arguments())) {
      program.endWell();
    }
    done(job);
    moments.ended(job.kind(), millisSince(began));
  }

  private void done(Job job) {
    ledger.acknowledge(job.write());
    interrupted = Optional.empty();
  }

  private void runOrKill(Job job, SplittableRandom moment) throws InterruptedException {
    ledger.begin(job.write());
    long began = System.nanoTime();
    try (Program program = start(job.arguments())) {
      if (!program.endsWithin(moments.next(job.kind(), moment)) && program.kill()) {
        kills.merge(job.kind(), 1, Integer::sum);
        moments.killed(job.kind());
        interrupted = Optional.of(job).filter(Job::isImport).or(() -> interrupted);
        return;
      }
      program.endWell();
    }
    done(job);
    moments.ended(job.kind(), millisSince(began));
  }

  private void killWhileStarting() throws InterruptedException {
    try (Program program = start(SERVE)) {
      TimeUnit.MILLISECONDS.sleep(moments.next(STARTING, random));
      kill(program, STARTING);
    }
  }

  /** Serves, looks, and lets callers and perhaps another process write until the end. */
  private void serve(Optional<Job> beside) throws IOException, InterruptedException {
    long began = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Program program = start(SERVE);
        Client client = new Client(program.port())) {
      verifyAnswers(client);
      moments.ended(STARTING, millisSince(began));
      List<Future<?>> working = new ArrayList<>();
      lanes.forEach(lane -> working.add(threads.submit(() -> lane.run(program, client))));
      SplittableRandom moment = random.split();
      beside.ifPresent(job ->
          working.add(
              threads.submit(() -> {
                runOrKill(job, moment);
                return job;
              })));
      if (random.nextInt(3) == 0) {
        client.train();
      }
      TimeUnit.MILLISECONDS.sleep(random.nextLong(LONGEST_MILLIS));
      kill(program, "serve");
      for (Future<?> work : working) {
        work.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause().getMessage(), e.getCause());
    }
  }

  private void kill(Program server, String kind) throws InterruptedException {
    assertTrue(server.kill(), () -> "ended by itself: " + server.said());
    kills.merge(kind, 1, Integer::sum);
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  private void verifyStore() {
    if (!Files.exists(database())) {
      assertEquals(0, acknowledged(), "there is no store");
      return;
    }
    try (Store store = SqliteStore.open(database())) {
      ledger.verify(store);
    }
  }

  /** Once it is ready, the index holds what the store holds, and the last generation serves. */
  private void verifyAnswers(Client client) throws IOException {
    client.awaitReady();
    Map<String, Optional<Product>> products = ledger.products();
    assertEquals(
        products.values().stream().filter(Optional::isPresent).count(),
        client.get("/v1/search?limit=0").get("found").longValue());
    List<String> ids = List.copyOf(products.keySet());
    for (int i = 0; i < PRODUCTS_LOOKED_FOR && !ids.isEmpty(); i++) {
      String id = ids.get(random.nextInt(ids.size()));
      Found found = Found.of(client, id);
      assertEquals(products.get(id), found.product(), "search for product " + id);
      assertEquals(ledger.serving(), found.generation(), "generation that answers");
    }
  }
}
