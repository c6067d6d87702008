package dev.kindred.analyzers.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.analyzers.review.ReviewFindings.Fate;
import dev.kindred.analyzers.review.ReviewFindings.Opinion;
import dev.kindred.model.Review;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** Whatever comes is read or set aside for a reason, and none of it has more than one voice. */
  @ParameterizedTest
  @MethodSource("badInput")
  void badInputIsReadOrSetAside(String what, String text, Fate fate) {
    ReviewFindings findings = read("", text, 3);
    assertEquals(fate, findings.fate(), what);
    long names = findings.opinions().stream().map(Opinion::aspect).distinct().count();
    assertEquals(names, findings.opinions().size(), what);
    findings.opinions().forEach(o -> assertTrue(o.sentence().length() <= 300, what));
  }

  static Stream<Arguments> badInput() {
    return Stream.of(
        Arguments.of("empty", "", Fate.WITHOUT_WORDS),
        Arguments.of("blanks", " \n\t ", Fate.WITHOUT_WORDS),
        Arguments.of("emoji only", "😀😀👍🏽", Fate.WITHOUT_WORDS),
        Arguments.of("invisible only", "\u200b\u200d\ufeff\u202e", Fate.WITHOUT_WORDS),
        Arguments.of("markup only", "<p></p><br/>&nbsp;", Fate.WITHOUT_WORDS),
        Arguments.of("German", "Der Akku ist sehr gut und das Display auch.", Fate.OTHER_LANGUAGE),
        Arguments.of(
            "Spanish", "La batería es muy buena pero la pantalla no.", Fate.OTHER_LANGUAGE),
        Arguments.of(
            "Russian",
            "Батарея отличная, но экран очень плохой и быстро разряжается. Не советую покупать.",
            Fate.OTHER_LANGUAGE),
        Arguments.of("Arabic", "البطارية ممتازة والشاشة سيئة", Fate.OTHER_LANGUAGE),
        Arguments.of("Hebrew", "הסוללה מצוינת", Fate.OTHER_LANGUAGE),
        Arguments.of("Chinese", "电池很好，屏幕不好。", Fate.OTHER_LANGUAGE),
        Arguments.of("one letter, long", "a".repeat(200_000), Fate.READ),
        Arguments.of("HTML", "<div>The <b>screen</b> is great &amp; bright.</div>", Fate.READ),
        Arguments.of("zero width", "The bat\u200btery is gre\u200dat.", Fate.READ),
        Arguments.of("right to left marks", "\u202bThe battery is great.\u202c", Fate.READ),
        Arguments.of("repeated", "The battery is great. ".repeat(1_000), Fate.READ),
        Arguments.of("shouted", "GREAT BATTERY!!!!!!!!!!!!!!!!", Fate.READ));
  }

  @Test
  void spamRepeatedAThousandTimesCountsOnce() {
    ReviewFindings spam = read("", "The battery is terrible.", 1);
    List<ReviewFindings> all = new ArrayList<>(Collections.nCopies(1_000, spam));
    all.add(read("", "The battery is excellent and lasts long.", 5));
    AspectSummary.Aspect battery =
        AspectSummary.of(all).aspects().stream()
            .filter(a -> a.name().equals("battery"))
            .findFirst()
            .orElseThrow();
    assertEquals(2, battery.mentions());
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

  @Test
  void whatIsEasyToDoIsAnAspect() {
    ReviewFindings findings = read("", "It is very easy to clean.", 3);
    assertTrue(opinion(findings, "clean").leaning() > 0, findings::toString);
  }

  @Test
  void theThingItselfIsNoAspectOfItToAReaderWhoKnowsTheReviews() {
    List<Review> some = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      some.add(
          review(
              "I love this kettle. This kettle is great, the lid and the spout are good and the"
                  + " handle too. The cord of the base is short, the filter and the heater fail."
                  + " The colour, the size, the weight and the price are good.",
              4));
    }
    Review review = review("The kettle is great. The lid is great.", 5);
    List<String> names =
        READER.knowing(some).read(review).opinions().stream().map(Opinion::aspect).toList();
    assertEquals(List.of("lid"), names);
  }

  private static Review review(String text, double stars) {
    return new Review(
        "r", "p", Optional.empty(), OptionalDouble.of(stars), "", text, Optional.empty());
  }
}
