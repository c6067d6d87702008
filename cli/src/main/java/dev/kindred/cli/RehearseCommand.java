package dev.kindred.cli;

import dev.kindred.api.ApiServer;
import dev.kindred.api.ApiSettings;
import dev.kindred.engine.Kindred;
import dev.kindred.indexer.generation.TrainingProgress;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.Outcome;
import dev.kindred.learn.LearnerPlan;
import dev.kindred.learn.LearnerSettings;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Product;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code kindred rehearse}: does what every start and many requests do, in a shop that is thrown
 * away, so that the JVM can note which classes a start needs and what is called often.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Open, serve and ask a small made-up shop, then throw it away.")
final class RehearseCommand implements Callable<Integer> {
  private static final List<String> CALLS =
      List.of(
          "v1/search?q=%s&user=%s&facets=brand",
          "v1/search?q=%s&user=%s",
          "v1/search?q=%s&user=%s&explain=true",
          "v1/suggest?q=%3.3s",
          "v1/recommend?user=%2$s",
          "v1/recommend?user=%2$s&explain=true",
          "v1/products/p1/similar",
          "v1/products/p1/bought-together",
          "");
  private static final List<String> COLOURS =
      List.of("red", "blue", "white", "green", "vintage", "small", "wooden", "retro", "pink");
  private static final List<String> KINDS =
      List.of("mug", "lamp", "bag", "clock", "candle", "bowl", "box", "frame", "cushion", "lamps");
  private static final int PRODUCTS = 2_000;
  private static final int USERS = 500;
  private static final int EVENTS = 20_000;

  /* The compiler notes what is called thousands of times: these are its notes for later starts. */
  private static final Duration REQUESTS = Duration.ofSeconds(25);

  @Mixin private SharedOptions shared;

  RehearseCommand() {}

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("kindred-rehearsal");
    try {
      rehearse(folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return 0;
  }

  private void rehearse(Path folder) throws IOException {
    Configuration configuration = shared.configuration();
    try (Kindred kindred = Kindred.open(folder, configuration.engine())) {
      List<Outcome> outcomes = kindred.write(shop());
      kindred.awaitVisible(outcomes.getLast().sequence(), Duration.ofSeconds(10));
      kindred.train(LearnerPlan.of(LearnerSettings.DEFAULT), TrainingProgress.SILENT);
      ApiSettings settings = ApiSettings.DEFAULTS.listeningOn("127.0.0.1", 0);
      try (ApiServer server = ApiServer.start(kindred, settings, configuration.engine().clock())) {
        URI base = URI.create("http://127.0.0.1:" + server.port() + "/");
        ask(base);
      }
    }
  }

  private static void ask(URI base) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    long end = System.nanoTime() + REQUESTS.toNanos();
    while (System.nanoTime() < end) {
      String words = COLOURS.get(random.nextInt(COLOURS.size())) + "+" + kind(random);
      String user = "u" + random.nextInt(USERS);
      for (String call : CALLS) {
        URI address = base.resolve(String.format(Locale.ROOT, call, words, user));
        try (InputStream answer = address.toURL().openStream()) {
          answer.readAllBytes();
        }
      }
    }
  }

  private static String kind(SplittableRandom random) {
    return KINDS.get(random.nextInt(KINDS.size()));
  }

  private static List<Change> shop() {
    SplittableRandom random = new SplittableRandom(1);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < PRODUCTS; i++) {
      String colour = COLOURS.get(random.nextInt(COLOURS.size()));
      String title = colour + " " + kind(random) + " with " + kind(random) + " " + i;
      changes.add(
          new Change.PutProduct(Product.builder("p" + i, title).brand("Brand " + i % 7).build()));
    }
    for (int i = 0; i < EVENTS; i++) {
      changes.add(
          new Change.AddEvent(
              Event.builder("e" + i, EventType.PURCHASE, Instant.EPOCH.plusSeconds(i))
                  .user("u" + random.nextInt(USERS))
                  .product("p" + random.nextInt(PRODUCTS))
                  .build()));
    }
    return changes;
  }
}
