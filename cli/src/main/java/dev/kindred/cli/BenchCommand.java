package dev.kindred.cli;

import dev.kindred.api.ApiServer;
import dev.kindred.api.ApiSettings;
import dev.kindred.engine.Audience;
import dev.kindred.engine.Hit;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.RecommendRequest;
import dev.kindred.evaluation.LoadTest;
import dev.kindred.evaluation.LoadTest.Latencies;
import dev.kindred.evaluation.StolenTime;
import dev.kindred.indexer.generation.TrainingProgress;
import dev.kindred.indexer.generation.TrainingReport;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred bench}: how long personalised answers take under a steady load. */
@Command(
    name = "bench",
    hidden = true,
    description = {
      "Serve the data directory on a free port and ask it at a steady rate from this process.",
      "",
      "First searches of two words of a product's title for one of the shop's users, then"
          + " recommendations for them; times run from when a request was due. Before, both are"
          + " asked for the time of the warm-up, which is not counted. bare is a call that does"
          + " nothing, asked the same way: what HTTP, driver and machine take. stolen_share is what"
          + " other virtual machines took of the processors.",
      ""
    })
final class BenchCommand implements Callable<Integer> {
  private static final int ADDRESSES = 2_000;
  private static final int BARE_SECONDS = 5;
  private static final int EVENTS_READ = 200_000;

  @Mixin private SharedOptions shared;

  @Option(names = "--rate", paramLabel = "N", description = "Requests a second; 100 if not given.")
  private int rate = 100;

  @Option(names = "--seconds", paramLabel = "N", description = "For each kind; 20 if not given.")
  private int seconds = 20;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "Seconds for each kind that are not counted; 30 if not given.")
  private int warmUp = 30;

  @Option(
      names = "--unseen",
      description = "No query twice: three words of different titles, each to be embedded anew.")
  private boolean unseen;

  @Option(
      names = "--train",
      description =
          "Then train once, and go on asking for recommendations until that is done. The result"
              + " serves if the gate passes it.")
  private boolean train;

  @Option(names = "--seed", paramLabel = "N", description = "Of queries and users; 1 if not given.")
  private long seed = 1;

  BenchCommand() {}

  @Override
  public Integer call() throws IOException {
    Console console = shared.console();
    Map<String, Object> figures = new LinkedHashMap<>();
    try (Kindred kindred = Shop.openWhole(shared);
        ApiServer server =
            ApiServer.start(
                kindred,
                ApiSettings.DEFAULTS.listeningOn("127.0.0.1", 0),
                shared.configuration().engine().clock())) {
      URI base = URI.create("http://127.0.0.1:" + server.port() + "/");
      List<String> users = users(kindred);
      List<String> titles = titles(kindred);
      if (users.isEmpty() || titles.isEmpty()) {
        throw new CommandFailedException("the shop must have products and events of users");
      }
      SplittableRandom random = new SplittableRandom(seed);
      List<URI> searches = new ArrayList<>();
      List<URI> recommendations = new ArrayList<>();
      int addresses = unseen ? rate * (warmUp + seconds) : ADDRESSES;
      for (int n = 0; n < addresses; n++) {
        String user = encoded(users.get(random.nextInt(users.size())));
        String words = encoded(unseen ? threeWords(titles, random) : twoWords(titles, random));
        searches.add(base.resolve("/v1/search?limit=10&q=" + words + "&user=" + user));
        recommendations.add(base.resolve("/v1/recommend?limit=10&user=" + user));
      }
      console.say("Warming up, then asking at " + rate + " requests a second ...");
      measure(recommendations, warmUp);
      measure(searches.subList(0, unseen ? rate * warmUp : searches.size()), warmUp);
      List<URI> counted = searches.subList(unseen ? rate * warmUp : 0, searches.size());
      StolenTime stolen = new StolenTime();
      figures.putAll(measure(List.of(base.resolve("/health/live")), BARE_SECONDS).json("bare"));
      figures.putAll(measure(counted, seconds).json("search"));
      figures.putAll(measure(recommendations, seconds).json("recommend"));
      if (train) {
        figures.putAll(whileTraining(kindred, recommendations));
      }
      stolen.share().ifPresent(share -> figures.put("stolen_share", thousandths(share)));
    }
    figures.put("rate", rate);
    figures.put("seconds", seconds);
    figures.put("warm_up", warmUp);
    figures.put("unseen", unseen);
    figures.put("seed", seed);
    Figures.print(console, figures);
    return 0;
  }

  private Map<String, Object> whileTraining(Kindred kindred, List<URI> addresses) {
    long start = System.nanoTime();
    CompletableFuture<TrainingReport> training =
        CompletableFuture.supplyAsync(() -> kindred.trainWhileServing(TrainingProgress.SILENT));
    Latencies latencies = LoadTest.runUntil(training::isDone, addresses, rate);
    TrainingReport report = training.join();
    Map<String, Object> json = new LinkedHashMap<>(latencies.json("training"));
    json.put("training_seconds", thousandths((System.nanoTime() - start) / 1e9));
    json.put("training_passed_gate", report.activated());
    return json;
  }

  private static double thousandths(double number) {
    return Math.round(number * 1_000) / 1_000.0;
  }

  /** Fails where an answer does: the times of errors say nothing. */
  private Latencies measure(List<URI> addresses, int howLong) {
    Latencies latencies = LoadTest.run(addresses, rate, Duration.ofSeconds(howLong));
    if (latencies.failed() > 0) {
      throw new CommandFailedException(
          latencies.failed()
              + " of "
              + latencies.sent()
              + " requests were not answered, of those like "
              + addresses.getFirst());
    }
    return latencies;
  }

  private static List<String> users(Kindred kindred) {
    SortedSet<String> users = new TreeSet<>();
    kindred.store().events(0, EVENTS_READ).forEach(e -> e.event().user().ifPresent(users::add));
    return List.copyOf(users);
  }

  private static List<String> titles(Kindred kindred) {
    return kindred.recommend(RecommendRequest.of(Audience.NOBODY, 1_000)).hits().stream()
        .map(Hit::product)
        .map(product -> product.title())
        .toList();
  }

  private static String threeWords(List<String> titles, SplittableRandom random) {
    List<String> three = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String[] words = titles.get(random.nextInt(titles.size())).split(" ");
      three.add(words[random.nextInt(words.length)]);
    }
    return String.join(" ", three);
  }

  private static String twoWords(List<String> titles, SplittableRandom random) {
    List<String> words = List.of(titles.get(random.nextInt(titles.size())).split(" "));
    int first = random.nextInt(Math.max(1, words.size() - 1));
    return String.join(" ", words.subList(first, Math.min(words.size(), first + 2)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
