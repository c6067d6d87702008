package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecayedCountsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration HALF_LIFE = Duration.ofDays(7);

  @Test
  void anEventOfOneHalfLifeAgoCountsHalf() {
    DecayedCounts counts = new DecayedCounts(HALF_LIFE);
    counts.add(3, 1, START);
    counts.add(5, 1, START.plus(HALF_LIFE));
    assertEquals(2, counts.score(5) / counts.score(3), 1e-9);
    assertEquals(0.5, counts.score(3, START.plus(HALF_LIFE)), 1e-9);
    assertEquals(0, counts.score(99));
    assertArrayEquals(new int[] {5, 3}, counts.top(10));
  }

  @Test
  void agreesWithDecayingEveryEvent() {
    SplittableRandom random = new SplittableRandom(31);
    int items = 50;
    DecayedCounts counts = new DecayedCounts(HALF_LIFE);
    double[] naive = new double[items];
    double lastDay = 0;
    for (int i = 0; i < 2000; i++) {
      // Five years: the landmark has to move. Sometimes an event comes late.
      double day = i - (random.nextInt(10) == 0 ? random.nextInt(20) : 0);
      int item = random.nextInt(items);
      double weight = random.nextDouble(-0.2, 1);
      counts.add(item, weight, START.plusSeconds((long) (day * 86_400)));
      for (int j = 0; j < items && i > lastDay; j++) {
        naive[j] *= Math.pow(2, -(i - lastDay) / 7);
      }
      lastDay = i;
      naive[item] += weight * Math.pow(2, -(i - day) / 7);
    }
    Instant now = START.plus(Duration.ofDays((long) lastDay));
    for (int item = 0; item < items; item++) {
      assertEquals(naive[item], counts.score(item, now), 1e-9, "item " + item + " of seed 31");
    }
    int[] expected =
        IntStream.range(0, items)
            .filter(item -> naive[item] > 0)
            .boxed()
            .sorted((a, b) -> Double.compare(naive[b], naive[a]))
            .limit(7)
            .mapToInt(Integer::intValue)
            .toArray();
    assertArrayEquals(expected, counts.top(7));
  }

  @Test
  void equalScoresAreOrderedByNumber() {
    DecayedCounts counts = new DecayedCounts(HALF_LIFE);
    for (int item : new int[] {9, 2, 4}) {
      counts.add(item, 1, START);
    }
    assertArrayEquals(new int[] {2, 4}, counts.top(2));
  }

  @Test
  void aVeryOldEventAfterANewOneCountsForNothing() {
    DecayedCounts counts = new DecayedCounts(Duration.ofHours(1));
    counts.add(0, 1, START);
    counts.add(1, 1, Instant.EPOCH);
    assertEquals(0, counts.score(1));
    assertEquals(1, counts.score(0, START), 1e-9);
  }

  @Test
  void nonsenseIsRefused() {
    DecayedCounts counts = new DecayedCounts(HALF_LIFE);
    assertThrows(IllegalArgumentException.class, () -> counts.add(-1, 1, START));
    assertThrows(IllegalArgumentException.class, () -> counts.add(1, Double.NaN, START));
    assertThrows(IllegalArgumentException.class, () -> counts.top(0));
    assertThrows(IllegalArgumentException.class, () -> new DecayedCounts(Duration.ZERO));
  }
}
