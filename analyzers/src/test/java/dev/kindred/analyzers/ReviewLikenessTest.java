package dev.kindred.analyzers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewLikenessTest {
  private final ReviewLikeness likeness = new ReviewLikeness();

  private ReviewWords words(String... texts) {
    ReviewWords words = ReviewWords.NONE;
    for (String text : texts) {
      words = words.with(List.of(ReviewWordsTest.review("r", text)));
    }
    likeness.change(ReviewWords.NONE, words);
    return words;
  }

  @Test
  void nothingInCommonOrNothingSaidIsZero() {
    ReviewWords fan = words("quiet motor");
    assertEquals(0, likeness.of(fan, words("sharp blade")));
    assertEquals(0, likeness.of(fan, ReviewWords.NONE));
    assertEquals(0, likeness.of(ReviewWords.NONE, ReviewWords.NONE));
  }

  /** One review each: a quarter of it is believed; n of n + 3 when there are n. */
  @Test
  void theSameWordsAreAsAlikeAsThereAreReviews() {
    ReviewWords one = words("quiet motor");
    assertEquals(0.25, likeness.of(one, words("motor, quiet")), 1e-9);
    ReviewWords three = words("quiet", "motor", "fan");
    assertEquals(0.5, likeness.of(three, three), 1e-9);
  }

  @Test
  void rareWordsWeighMore() {
    for (int i = 0; i < 20; i++) {
      words("great product " + (char) ('a' + i));
    }
    ReviewWords fan = words("great and whisperquiet");
    assertTrue(
        likeness.of(fan, words("whisperquiet thing")) > 2 * likeness.of(fan, words("great thing")));
  }

  @Test
  void whatWasTakenOutCountsNoMore() {
    ReviewWords fan = words("quiet motor");
    ReviewWords mug = words("quiet handle");
    double before = likeness.of(fan, mug);
    ReviewWords other = words("quiet", "motor", "handle");
    assertTrue(likeness.of(fan, mug) != before);
    likeness.change(other, ReviewWords.NONE);
    assertEquals(before, likeness.of(fan, mug));
  }
}
