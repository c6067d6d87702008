package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final int NOBODY = Metrics.UNJUDGED;

  @Test
  void ndcgWorkedByHand() {
    // Gains 2^g - 1: 3 -> 7, 2 -> 3, 1 -> 1. Discounts: 1, log2 3 = 1.58496, 2.
    // Ranked 2, 0, 3: 3 + 0 + 7/2 = 6.5. Best 3, 2, 1: 7 + 3/1.58496 + 1/2 = 9.39279.
    assertEquals(6.5 / 9.39279, Metrics.ndcg(new int[] {2, 0, 3}, new int[] {1, 0, 3, 2}, 3), 1e-5);
  }

  @Test
  void ndcgCutsBothListsAtK() {
    // Ranked 1, 3 at 1: gain 1. Best at 1: 7.
    assertEquals(1 / 7.0, Metrics.ndcg(new int[] {1, 3}, new int[] {3, 1}, 1), 1e-12);
  }

  @Test
  void ndcgOfTheBestOrderIsOneAndOfAnEmptyListZero() {
    assertEquals(1, Metrics.ndcg(new int[] {3, 2, 0}, new int[] {0, 2, 3}, 10), 1e-12);
    assertEquals(0, Metrics.ndcg(new int[] {}, new int[] {0, 2, 3}, 10));
  }

  @Test
  void ndcgNeedsSomethingRelevant() {
    assertThrows(
        IllegalArgumentException.class, () -> Metrics.ndcg(new int[] {0}, new int[] {0, 0}, 10));
  }

  @Test
  void unjudgedCountsAsZeroUnlessCondensed() {
    int[] ranked = {NOBODY, 1, NOBODY, 0};
    assertEquals(1 / 1.58496, Metrics.ndcg(ranked, new int[] {1, 0}, 10), 1e-5);
    assertArrayEquals(new int[] {1, 0}, Metrics.condensed(ranked));
    assertEquals(1, Metrics.ndcg(Metrics.condensed(ranked), new int[] {1, 0}, 10), 1e-12);
  }

  @Test
  void judgedIsAShareOfWhatIsShown() {
    assertEquals(0.5, Metrics.judged(new int[] {NOBODY, 1, NOBODY, 0}, 10));
    assertEquals(0, Metrics.judged(new int[] {NOBODY, 1, NOBODY, 0}, 1));
    assertEquals(1, Metrics.judged(new int[] {}, 10));
  }

  @Test
  void precisionDividesByKAndRecallByAllRelevant() {
    int[] ranked = {1, 0, 2, 0, 1};
    assertEquals(0.5, Metrics.precision(ranked, 4));
    assertEquals(0.3, Metrics.precision(ranked, 10), 1e-12);
    assertEquals(2 / 6.0, Metrics.recall(ranked, 6, 4), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> Metrics.recall(ranked, 0, 4));
  }

  @Test
  void reciprocalRank() {
    assertEquals(1 / 3.0, Metrics.reciprocalRank(new int[] {0, NOBODY, 1, 1}), 1e-12);
    assertEquals(0, Metrics.reciprocalRank(new int[] {0, 0}));
  }
}
