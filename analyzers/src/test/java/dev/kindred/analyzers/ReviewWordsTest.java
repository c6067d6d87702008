package dev.kindred.analyzers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.Review;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReviewWordsTest {
  static Review review(String id, String text) {
    return new Review(id, "p", Optional.empty(), OptionalDouble.of(4), "", text, Optional.empty());
  }

  private static ReviewWords of(String... texts) {
    List<Review> reviews = new ArrayList<>();
    for (String text : texts) {
      reviews.add(review("r" + reviews.size(), text));
    }
    return ReviewWords.of(reviews);
  }

  private static int count(ReviewWords words, String stem) {
    for (int i = 0; i < words.size(); i++) {
      if (words.hash(i) == FeatureHash.of('r', stem)) {
        return words.count(i);
      }
    }
    return 0;
  }

  @Test
  void aReviewSaysAWordOnce() {
    ReviewWords words = of("A loud, loud fan. Loud!", "The fans are quiet");
    assertEquals(2, words.reviews());
    assertEquals(3, words.size(), "fan, loud, quiet");
    assertEquals(1, count(words, "loud"));
    assertEquals(2, count(words, "fan"));
  }

  @Test
  void aTextThatIsRepeatedCountsOnce() {
    List<Review> spam = new ArrayList<>(Collections.nCopies(1_000, review("s", "Buy this fan!")));
    spam.add(review("r", "A quiet fan"));
    ReviewWords words = ReviewWords.of(spam);
    assertEquals(2, words.reviews());
    assertEquals(of("Buy this fan!", "A quiet fan"), words);
    assertSame(words, words.with(spam));
  }

  @Test
  void aReviewWithoutWordsIsNone() {
    assertTrue(of("", "🎉🎉", "the of and").isEmpty());
    assertEquals(ReviewWords.NONE, of(""));
  }

  @Test
  void oneLongReviewHasManyWordsAtMost() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.append("w").append(i).append(' ');
    }
    assertEquals(1_000, of(text.toString()).size());
    assertEquals(1, of("x".repeat(100_000)).reviews());
  }

  @Test
  void reviewsInAnyOrderAndPortionsGiveTheSame() {
    for (long seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Review> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        StringBuilder text = new StringBuilder();
        for (int w = random.nextInt(6); w >= 0; w--) {
          text.append((char) ('a' + random.nextInt(8))).append("word ");
        }
        all.add(review("r" + i, text.toString()));
      }
      ReviewWords whole = ReviewWords.of(all);
      Collections.shuffle(all, new Random(seed));
      int cut = random.nextInt(all.size());
      assertEquals(
          whole,
          ReviewWords.of(all.subList(0, cut)).with(all.subList(cut, all.size())),
          "seed " + seed);
    }
    assertNotEquals(of("red fan"), of("red mug"));
  }
}
