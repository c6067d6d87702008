package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.learn.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommendExperimentTest {
  private static final Duration BUDGET = Duration.ofSeconds(2);

  @TempDir Path folder;

  @Test
  void popularityWorkedByHand() throws IOException {
    // Items had by: 1 -> three people, 2 -> two, 3 -> one, 4 -> one. Person 0 (has 1) gets 2, 3;
    // person 1 (has 1, 2) gets 3, 4; person 2 (has 1, 2, 3, 4) is not asked about.
    Path train = write("train.txt", "0 1\n1 1 2\n2 1 2 3 4\n");
    Path test = write("test.txt", "0 2 4 1\n1 4\n");
    Map<String, Object> figures = run(train, Optional.of(test), 2, Algorithm.POPULARITY);
    // Person 0: item 1 is no guess, it is in train; of 2 and 4 one is found: 1/2. Person 1: 1/1.
    assertEquals(0.75, figures.get("recall@2"));
    // Person 0: hit at rank 1 of an ideal two: 1 / (1 + 1/log2 3). Person 1: hit at rank 2.
    double ndcg = (1 / (1 + 0.6309298) + 0.6309298) / 2;
    assertEquals(ndcg, (Double) figures.get("ndcg@2"), 1e-5);
    assertEquals(2, figures.get("users"));
    assertEquals(4, figures.get("items"));
    assertEquals(0.75, figures.get("coverage@2"));
  }

  @Test
  void somebodyNewGetsWhatMostPeopleHave() throws IOException {
    Path train = write("train.txt", "0 1\n1 1 2\n2 1 2 3\n");
    Path test = write("test.txt", "7 1\n");
    for (Algorithm algorithm : new Algorithm[] {Algorithm.POPULARITY, Algorithm.ITEM_KNN}) {
      assertEquals(1.0, run(train, Optional.of(test), 1, algorithm).get("recall@1"));
    }
  }

  @Test
  void everyAlgorithmFindsTheCheckerboard() throws IOException {
    // Even people have even items and odd people odd ones, but for one that is held out.
    StringBuilder train = new StringBuilder();
    StringBuilder test = new StringBuilder();
    for (int person = 0; person < 20; person++) {
      int held = (person + 2 * (person / 2)) % 20;
      train.append(person);
      for (int item = person % 2; item < 20; item += 2) {
        if (item != held) {
          train.append(' ').append(item);
        }
      }
      train.append('\n');
      test.append(person).append(' ').append(held).append('\n');
    }
    Path trainFile = write("train.txt", train.toString());
    Path testFile = write("test.txt", test.toString());
    for (Algorithm algorithm :
        new Algorithm[] {Algorithm.ALS, Algorithm.SPECTRAL, Algorithm.ITEM_KNN}) {
      Map<String, Object> figures =
          RecommendExperiment.run(
              new RecommendExperiment.Request(
                  trainFile,
                  Optional.of(testFile),
                  1,
                  algorithm,
                  OptionalInt.of(4),
                  20,
                  List.of(0.0, 1.0),
                  BUDGET,
                  false,
                  1),
              ProgressListener.NONE);
      assertEquals(1.0, figures.get("recall@1"), algorithm.label());
      if (algorithm != Algorithm.ITEM_KNN) {
        assertEquals(1.0, figures.get("served_recall@1"), algorithm.label());
        assertEquals(1.0, figures.get("served_overlap@1"), algorithm.label());
        assertEquals(20, figures.get("served_users"));
        assertEquals(List.of(0.0, 1.0), figures.get("asked_diversity"));
        List<?> ndcg = (List<?>) figures.get("asked_diversity_ndcg@1");
        assertEquals(1.0, ndcg.getFirst());
        assertEquals(2, ndcg.size());
      }
    }
  }

  @Test
  void autoShowsWhatItTriedAndStandsAgainstTheBaselines() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int person = 0; person < 60; person++) {
      lines.append(person);
      for (int item = 0; item < 8; item++) {
        lines.append(' ').append(person % 3 * 20 + (person * 7 + item * 3) % 20);
      }
      lines.append('\n');
    }
    Path file = write("users.dat", lines.toString());
    Map<String, Object> auto = run(file, Optional.empty(), 20, Algorithm.AUTO);
    List<?> tried = (List<?>) auto.get("tried");
    List<Double> ndcgs =
        tried.stream().map(trial -> (Double) ((Map<?, ?>) trial).get("held_out_ndcg@20")).toList();
    List<Object> names =
        tried.stream().map(trial -> (Object) ((Map<?, ?>) trial).get("learner")).toList();
    assertTrue(
        names.containsAll(List.of("spectral", "popularity", "item-knn", "ials")), names.toString());
    int best = ndcgs.indexOf(ndcgs.stream().max(Double::compare).orElseThrow());
    assertEquals(names.get(best), auto.get("learner"));
  }

  @Test
  void oneFileIsSplitBySeed() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int person = 0; person < 6; person++) {
      lines.append(person + 100);
      for (int item = 0; item < 10; item++) {
        lines.append(' ').append((person * 7 + item * 3) % 30);
      }
      lines.append('\n');
    }
    Path file = write("users.dat", lines.toString());
    Map<String, Object> once = run(file, Optional.empty(), 3, Algorithm.POPULARITY);
    assertEquals(6, once.get("users"));
    assertEquals(48, once.get("interactions"));
    Map<String, Object> again = run(file, Optional.of(file), 3, Algorithm.POPULARITY);
    assertEquals(once.get("recall@3"), again.get("recall@3"));
  }

  @Test
  void aLeadingCountIsNoUser() throws IOException {
    Path counted = write("counted.dat", "2 10 11\n1 10\n3 12 13 14\n");
    assertEquals(
        "[Line[user=0, items=[10, 11]], Line[user=1, items=[10]], Line[user=2, items=[12, 13, 14]]]",
        InteractionLists.read(counted).toString());
  }

  @Test
  void nothingToGuessIsRefused() throws IOException {
    Path train = write("train.txt", "0 1 2\n");
    Path test = write("test.txt", "0 1\n");
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> run(train, Optional.of(test), 20, Algorithm.POPULARITY))
            .getMessage();
    assertTrue(message.contains("0 people"), message);
  }

  @Test
  void topItemsBreaksTiesByNumber() {
    float no = Float.NEGATIVE_INFINITY;
    assertArrayEquals(new int[] {3, 0, 2}, TopItems.of(new float[] {1, no, 1, 2, 1}, 3));
    assertArrayEquals(new int[] {1}, TopItems.of(new float[] {no, 0}, 3));
  }

  private Map<String, Object> run(Path train, Optional<Path> test, int k, Algorithm algorithm)
      throws IOException {
    return RecommendExperiment.run(
        new RecommendExperiment.Request(
            train, test, k, algorithm, OptionalInt.empty(), 0, List.of(), BUDGET, false, 1),
        ProgressListener.NONE);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
