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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
          "v1/search?q=red+mug&user=u1&facets=brand",
          "v1/search?q=red+mug&user=u1&explain=true",
          "v1/suggest?q=re",
          "v1/recommend?user=u1",
          "v1/products/p1/similar",
          "");
  private static final int TIMES = 150;

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
        for (int time = 0; time < TIMES; time++) {
          for (String call : CALLS) {
            base.resolve(call).toURL().openStream().close();
          }
        }
      }
    }
  }

  private static List<Change> shop() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String colour = i % 2 == 0 ? "Red" : "Blue";
      String kind = i % 3 == 0 ? "mug" : "lamp";
      changes.add(
          new Change.PutProduct(
              Product.builder("p" + i, colour + " " + kind + " " + i).brand("Brand").build()));
      changes.add(
          new Change.AddEvent(
              Event.builder("e" + i, EventType.PURCHASE, Instant.EPOCH.plusSeconds(i))
                  .user("u" + i % 5)
                  .product("p" + i)
                  .build()));
    }
    return changes;
  }
}
