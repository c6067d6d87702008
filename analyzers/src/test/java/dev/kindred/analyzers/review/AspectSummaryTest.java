package dev.kindred.analyzers.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.analyzers.review.ReviewFindings.Fate;
import dev.kindred.analyzers.review.ReviewFindings.Opinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AspectSummaryTest {

  @Test
  void countsPraiseAndTellsWhy() {
    AspectSummary summary =
        AspectSummary.of(
            List.of(
                said("battery", "lasts for days", 0.9, 0),
                said("battery", "dies in an hour", 0, 0.8),
                said("battery", "good", 0.5, 0.1),
                said("sound", "ok", 0.1, 0.1),
                new ReviewFindings(Fate.OTHER_LANGUAGE, List.of())));
    assertEquals(4, summary.reviews());
    assertEquals(Map.of(Fate.OTHER_LANGUAGE, 1), summary.setAside());
    AspectSummary.Aspect battery = summary.aspects().getFirst();
    assertEquals("battery", battery.name());
    assertEquals(3, battery.mentions());
    // (0.9 + 0.5 + 1) / (0.9 + 0.8 + 0.6 + 2)
    assertEquals(2.4 / 4.3, battery.positive(), 1e-9);
    assertEquals(Optional.of("lasts for days"), battery.praise());
    assertEquals(Optional.of("dies in an hour"), battery.blame());
    assertEquals(Optional.empty(), summary.aspects().get(1).praise());
  }

  @Test
  void fewMentionsStayNearAHalfAndAreUnsure() {
    AspectSummary.Aspect one = praised(1);
    AspectSummary.Aspect many = praised(50);
    assertTrue(one.positive() < 0.7 && many.positive() > 0.95);
    assertTrue(one.confidence() < 0.4 && many.confidence() > 0.85, one + " " + many);
  }

  @Test
  void aSentenceRepeatedAThousandTimesCountsOnce() {
    List<ReviewFindings> reviews = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      reviews.add(said("sound", "buy cheap pills", 1, 0));
    }
    reviews.add(said("sound", "tinny", 0, 1));
    AspectSummary.Aspect sound = AspectSummary.of(reviews).aspects().getFirst();
    assertEquals(2, sound.mentions());
    assertEquals(0.5, sound.positive(), 1e-9);
  }

  private static AspectSummary.Aspect praised(int times) {
    List<ReviewFindings> reviews = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      reviews.add(said("sound", "great " + i, 1, 0));
    }
    return AspectSummary.of(reviews).aspects().getFirst();
  }

  private static ReviewFindings said(String aspect, String sentence, double plus, double minus) {
    return new ReviewFindings(Fate.READ, List.of(new Opinion(aspect, sentence, plus, minus)));
  }
}
