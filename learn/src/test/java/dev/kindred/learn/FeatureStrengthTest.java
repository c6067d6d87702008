package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeatureStrengthTest {
  private static final int ROWS = 400;
  private static final int FEATURES = 10;

  @Test
  void aFeatureThatTellsIsStrongerThanChance() {
    SplittableRandom random = new SplittableRandom(2);
    int[] row = new int[ROWS];
    int[] feature = new int[ROWS];
    float[] values = new float[ROWS];
    float[] targets = new float[2 * ROWS];
    for (int i = 0; i < ROWS; i++) {
      row[i] = i;
      feature[i] = i % FEATURES;
      values[i] = 1;
      targets[2 * i] = (float) random.nextGaussian() + (feature[i] == 3 ? 3 : 0);
      targets[2 * i + 1] = (float) random.nextGaussian();
    }
    Sparse columns = Sparse.grouped(ROWS, row, feature, values, ROWS).transposed(FEATURES);
    float[] weights = new float[ROWS];
    Arrays.fill(weights, 1);
    double[] strengths = FeatureStrength.of(columns, weights, targets, 2);
    for (int f = 0; f < FEATURES; f++) {
      assertTrue(f == 3 ? strengths[f] > 8 : strengths[f] < 0.5, Arrays.toString(strengths));
    }
  }

  @Test
  void withoutAnySignalAllAreAlike() {
    Sparse columns =
        Sparse.grouped(1, new int[] {0}, new int[] {0}, new float[] {1}, 1).transposed(3);
    double[] strengths = FeatureStrength.of(columns, new float[] {1}, new float[] {0}, 1);
    assertEquals(strengths[0], strengths[1]);
    assertEquals(strengths[1], strengths[2]);
    assertTrue(strengths[0] > 0);
  }
}
