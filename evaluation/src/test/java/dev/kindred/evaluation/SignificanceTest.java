package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignificanceTest {

  @Test
  void equalValuesLeaveNoDoubt() {
    assertEquals(
        new Significance.Interval(0.25, 0.25),
        Significance.bootstrap(new double[] {0.25, 0.25, 0.25}, 0.95, 200, 7));
  }

  @Test
  void intervalIsAsWideAsTheStandardErrorSays() {
    // 400 coin flips: the mean's standard error is 0.5 / 20 = 0.025, so 95 % lies within 0.049.
    double[] flips = new double[400];
    for (int i = 0; i < flips.length; i++) {
      flips[i] = i % 2;
    }
    Significance.Interval interval = Significance.bootstrap(flips, 0.95, 2_000, 11);
    assertEquals(0.5 - 0.049, interval.low(), 0.006);
    assertEquals(0.5 + 0.049, interval.high(), 0.006);
    assertEquals(interval, Significance.bootstrap(flips, 0.95, 2_000, 11), "same seed");
  }

  @Test
  void aSteadyDifferenceIsSignificantAndNoneIsNot() {
    double[] first = new double[50];
    double[] better = new double[50];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < first.length; i++) {
      first[i] = random.nextDouble();
      better[i] = first[i] + 0.1;
    }
    assertEquals(1 / 1_001.0, Significance.pairedRandomisation(first, better, 1_000, 1), 1e-12);
    assertEquals(1, Significance.pairedRandomisation(first, first, 1_000, 1), 1e-12);
  }

  @Test
  void pValueOfThreePairsIsTheOneCountedByHand() {
    // Differences 1, 2, 3: of the 8 ways to sign them only +++ and --- reach 6, so p = 1/4.
    double p =
        Significance.pairedRandomisation(new double[] {1, 2, 3}, new double[] {0, 0, 0}, 20_000, 5);
    assertEquals(0.25, p, 0.01);
  }

  @Test
  void badInputIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Significance.bootstrap(new double[0], 0.95, 10, 1));
    assertThrows(
        IllegalArgumentException.class, () -> Significance.bootstrap(new double[] {1}, 1, 10, 1));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> Significance.pairedRandomisation(new double[1], new double[2], 10, 1))
            .getMessage()
            .contains("1 and 2"));
  }
}
