package dev.kindred.analyzers.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.analyzers.review.ReviewFindings.Fate;
import dev.kindred.analyzers.review.ReviewFindings.Opinion;
import dev.kindred.model.Review;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReviewReaderTest {
  private static final ReviewReader READER = new ReviewReader();

  @Test
  void findsWhatIsPraisedAndBlamed() {
    ReviewFindings findings =
        read("", "The battery is excellent and lasts all day. But the screen is terrible.", 3);
    assertEquals(Fate.READ, findings.fate());
    assertTrue(opinion(findings, "battery").leaning() > 0.3, findings::toString);
    assertTrue(opinion(findings, "screen").leaning() < -0.3, findings::toString);
  }

  @Test
  void negationTurnsPraiseAround() {
    ReviewFindings findings = read("", "The sound is not good. The keyboard is not bad.", 3);
    assertTrue(
        opinion(findings, "sound").leaning() < opinion(findings, "keyboard").leaning(),
        findings::toString);
  }

  @Test
  void starsTilt() {
    String text = "The screen is something else.";
    assertTrue(
        opinion(read("", text, 5), "screen").leaning()
            > opinion(read("", text, 1), "screen").leaning());
  }

  @Test
  void oneReviewHasOneOpinionOfAnAspect() {
    ReviewFindings findings = read("", "The battery is great. ".repeat(30), 5);
    assertEquals(1, findings.opinions().stream().filter(o -> o.aspect().equals("battery")).count());
  }

  @Test
  void whatCannotBeReadIsSetAside() {
    assertEquals(Fate.WITHOUT_WORDS, read("", "", 5).fate());
    assertEquals(Fate.WITHOUT_WORDS, read("", "🎉🎉👍 10/10", 5).fate());
    assertEquals(Fate.WITHOUT_WORDS, read("", "\u200b\u200d\ufeff", 5).fate());
    assertEquals(Fate.OTHER_LANGUAGE, read("", "منتج ممتاز وسعر جيد", 5).fate());
    assertEquals(
        Fate.OTHER_LANGUAGE,
        read("", "Der Akku hält leider nicht so lange, wie ich es erwartet habe.", 2).fate());
  }

  @Test
  void markupAndInvisibleCharactersDoNotMatter() {
    ReviewFindings plain = read("", "The battery is excellent.", 4);
    ReviewFindings marked = read("", "<p>The bat\u200btery is <b>excellent</b>.</p>", 4);
    assertEquals(opinion(plain, "battery").positive(), opinion(marked, "battery").positive(), 0.1);
  }

  @Test
  void noTextTakesLong() {
    long start = System.nanoTime();
    read("", "a".repeat(200_000), 3);
    read("x", "great battery ".repeat(14_000), 3);
    read("x", "<".repeat(199_000), 3);
    assertTrue(System.nanoTime() - start < 10_000_000_000L);
  }

  private static Opinion opinion(ReviewFindings findings, String aspect) {
    return findings.opinions().stream()
        .filter(o -> o.aspect().equals(aspect))
        .findFirst()
        .orElseThrow(() -> new AssertionError(aspect + " is not in " + findings));
  }

  private static ReviewFindings read(String title, String text, double stars) {
    return READER.read(
        new Review(
            "r", "p", Optional.empty(), OptionalDouble.of(stars), title, text, Optional.empty()));
  }

  @Test
  void compoundsAreGatheredUnderWhatTheySpeakOf() {
    ReviewFindings findings = read("", "The battery life is great, and the sound quality too.", 5);
    List<String> names = findings.opinions().stream().map(Opinion::aspect).toList();
    assertTrue(names.contains("battery") && names.contains("sound"), names::toString);
  }
}
