package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BeyondAccuracyTest {

  @Test
  void workedByHand() {
    // Three people; items 0, 1, 2 were taken by 3, 1 and 0 of them.
    BeyondAccuracy figures = new BeyondAccuracy(new int[] {3, 1, 0, 0}, 3);
    figures.add(new int[] {0, 1});
    figures.add(new int[] {0, 2});
    assertEquals(3 / 4.0, figures.coverage());
    // -log2 of 4/4, 2/4, 4/4, 1/4: 0, 1, 0, 2.
    assertEquals(3 / 4.0, figures.novelty(), 1e-12);
    // (3 + 1 + 3 + 0) / 4 places / 3 people.
    assertEquals(7 / 12.0, figures.popularity(), 1e-12);
  }

  @Test
  void diversityIsTheMeanDistanceOfPairs() {
    float[] east = {1, 0};
    float[] north = {0, 2};
    // Pairs: east-east 0, east-north 1 twice.
    assertEquals(2 / 3.0, IntraListDiversity.of(new float[][] {east, east, north}), 1e-12);
    assertEquals(0, IntraListDiversity.of(new float[][] {east}));
  }
}
