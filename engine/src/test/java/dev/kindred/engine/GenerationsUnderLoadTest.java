package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.generation.TrainingProgress;
import dev.kindred.indexer.store.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training, switching and going back while the shop answers. */
class GenerationsUnderLoadTest {
  private static final RecommendRequest REQUEST =
      RecommendRequest.of(SmallShop.user("candle5"), 10);
  @TempDir Path folder;

  @Test
  void everyAnswerIsOfOneGeneration() throws Exception {
    // Popularity follows the events in its own time, and answers are to be compared to the digit.
    RankingWeights tasteAlone = RankingWeights.DEFAULTS.withPopularity(0);
    try (Kindred shop = SmallShop.open(folder, SmallShop.settings().withRanking(tasteAlone))) {
      // Factors of products that many people know stay as trained.
      SmallShop.write(shop, crowds());
      assertTrue(shop.train(TrainingProgress.SILENT).activated(), "passes the gate");
      SmallShop.write(shop, otherTastes());
      Map<Integer, String> expected = new TreeMap<>();
      expected.put(2, words(shop.recommend(REQUEST)));
      assertTrue(shop.train(TrainingProgress.SILENT).activated(), "passes the gate");
      expected.put(3, words(shop.recommend(REQUEST)));
      assertNotEquals(expected.get(2), expected.get(3), "or a mixture could not be seen");

      AtomicBoolean done = new AtomicBoolean();
      try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<List<Answer>>> clients = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
          clients.add(pool.submit(client(shop, done)));
        }
        for (int round = 0; round < 30; round++) {
          assertEquals(2, switched(shop, 2));
          assertEquals(3, switched(shop, 3));
        }
        assertEquals(2, shop.rollback());
        shop.train(TrainingProgress.SILENT);
        shop.activate(3);
        done.set(true);
        int answers = 0;
        for (Future<List<Answer>> client : clients) {
          for (Answer answer : client.get()) {
            answers++;
            if (expected.containsKey(answer.generation())) {
              assertEquals(expected.get(answer.generation()), words(answer));
            }
          }
        }
        assertTrue(answers > 60, "there was load, got " + answers);
      }
    }
  }

  @Test
  void trainingLeavesTheProductsDocumentsAlone() throws IOException {
    try (Kindred shop = SmallShop.open(folder)) {
      SmallShop.write(shop, otherTastes());
      Map<String, FileTime> before = segments();
      assertTrue(shop.train(TrainingProgress.SILENT).generation() > 1);
      shop.activate(1);
      assertEquals(before, segments(), "no segment was written or taken away");
    }
  }

  @Test
  void theIndexFindsWhatItShould() {
    try (Kindred shop = SmallShop.open(folder)) {
      assertEquals(1, shop.recall());
      shop.train(TrainingProgress.SILENT);
      assertEquals(1, shop.recall());
      assertEquals(List.of(), shop.check());
    }
  }

  private static int switched(Kindred shop, int generation) {
    shop.activate(generation);
    return shop.vitals().generation();
  }

  private static Callable<List<Answer>> client(Kindred shop, AtomicBoolean done) {
    return () -> {
      List<Answer> answers = new ArrayList<>();
      while (!done.get()) {
        answers.add(shop.recommend(REQUEST));
      }
      return answers;
    };
  }

  /** Ids with scores to four digits: what a person sees, and what gives a mixture away. */
  private static String words(Answer answer) {
    return answer.hits().stream()
        .map(hit -> String.format(Locale.ROOT, "%s %.4f", hit.product().id(), hit.score()))
        .collect(Collectors.joining(", "));
  }

  /** So many people that everything has been bought by more than fifty. */
  private static List<Change> crowds() {
    List<Change> changes = new ArrayList<>();
    for (int person = 0; person < 500; person++) {
      for (int n = 0; n < 8; n++) {
        int product = (7 * person + 11 * n) % SmallShop.OF_EACH;
        String kind = person % 2 == 0 ? "c" : "t";
        changes.add(SmallShop.purchase("crowd" + person, kind + product, n));
      }
    }
    return changes;
  }

  /** Many people who buy some candles with some tools. */
  private static List<Change> otherTastes() {
    List<Change> changes = new ArrayList<>();
    for (int person = 0; person < 40; person++) {
      for (int n = 0; n < 6; n++) {
        String product = (n % 2 == 0 ? "c" : "t") + (person % 5 + 5 * n) % SmallShop.OF_EACH;
        changes.add(SmallShop.purchase("mixed" + person, product, n));
      }
    }
    return changes;
  }

  /** Files of the products' index that hold documents, with the time of their last change. */
  private Map<String, FileTime> segments() throws IOException {
    Map<String, FileTime> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder.resolve("index"))) {
      for (Path file : walk.filter(f -> f.getFileName().toString().startsWith("_")).toList()) {
        files.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file));
      }
    }
    assertTrue(!files.isEmpty(), "the index has segments");
    return files;
  }
}
