package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.evaluation.ContentExperiment.Part;
import dev.kindred.evaluation.ContentExperiment.Request;
import dev.kindred.learn.LearnerSettings;
import dev.kindred.learn.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop whose titles say nothing; what a product is stands in its reviews alone. */
class ContentExperimentTest {
  private static final LearnerSettings LEARNER = LearnerSettings.DEFAULT.withFactors(4);
  private static final int PRODUCTS = 60;
  @TempDir private Path folder;

  private Path products() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < PRODUCTS; i++) {
      lines.append("{\"asin\":\"p").append(i).append("\",\"title\":\"Album ").append(i);
      lines.append("\",\"kind\":\"").append(i % 2 == 0 ? "jazz" : "metal").append("\"}\n");
    }
    return Files.writeString(folder.resolve("products.jsonl"), lines);
  }

  private Path reviews() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder lines = new StringBuilder();
    for (int user = 0; user < 120; user++) {
      for (int n = 0; n < 12; n++) {
        int product = random.nextInt(PRODUCTS / 2) * 2 + user % 2;
        lines.append(
            String.format(
                Locale.ROOT,
                "{\"reviewerID\":\"u%d\",\"asin\":\"p%d\",\"overall\":5.0,\"unixReviewTime\":%d,"
                    + "\"summary\":\"Good\",\"reviewText\":\"%s in my collection, number %d\"}%n",
                user,
                product,
                1_300_000_000 + user,
                product % 2 == 0 ? "The saxophone shines" : "Loud guitars",
                user));
      }
    }
    return Files.writeString(folder.resolve("reviews.jsonl"), lines);
  }

  private Map<String, Object> run(Set<String> without, Optional<Path> reviews, Part part)
      throws IOException {
    return ContentExperiment.run(
        new Request(products(), reviews(), reviews, false, without, part, 2, 1, LEARNER),
        ProgressListener.NONE);
  }

  private static double figure(Map<String, Object> figures, String name) {
    return (Double) figures.get(name + "_ndcg@10");
  }

  @Test
  void reviewsTellWhatTitlesDoNot() throws IOException {
    Map<String, Object> figures = run(Set.of("kind"), Optional.of(reviews()), Part.TEST);
    double words = figure(figures, "words");
    double reviews = figure(figures, "reviews");
    assertTrue(reviews > words + 0.1, figures.toString());
    assertEquals(reviews - words, (Double) figures.get("reviews_minus_words"), 2e-6);
    List<?> interval = (List<?>) figures.get("reviews_minus_words_interval");
    assertTrue((Double) interval.getFirst() > 0, figures.toString());
    assertTrue((Double) figures.get("reviews_minus_words_p") < 0.05, figures.toString());
    assertEquals("test", figures.get("part"));
  }

  @Test
  void aShopWithoutReviewsIsMeasuredByWhatItSays() throws IOException {
    Map<String, Object> plain = run(Set.of("kind"), Optional.empty(), Part.DEVELOPMENT);
    Map<String, Object> telling = run(Set.of(), Optional.empty(), Part.DEVELOPMENT);
    assertTrue(figure(telling, "words") > figure(plain, "words") + 0.1, plain + " " + telling);
    assertFalse(telling.containsKey("reviews_ndcg@10"));
    assertTrue(telling.containsKey("titles_ndcg@10"));
  }

  @Test
  void sameSeedsSameFigures() throws IOException {
    assertEquals(
        run(Set.of(), Optional.empty(), Part.TEST), run(Set.of(), Optional.empty(), Part.TEST));
  }

  @Test
  void foldsAndSeedsOutOfRangeAreRefused() {
    for (int folds : new int[] {1, 0, -1}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> request(folds, 1)).getMessage();
      assertEquals("folds must be >= 2, got " + folds, message);
    }
    String message = assertThrows(IllegalArgumentException.class, () -> request(2, 0)).getMessage();
    assertEquals("seeds must be >= 1, got 0", message);
  }

  private Request request(int folds, int seeds) {
    return new Request(
        folder, folder, Optional.empty(), false, Set.of(), Part.TEST, folds, seeds, LEARNER);
  }
}
