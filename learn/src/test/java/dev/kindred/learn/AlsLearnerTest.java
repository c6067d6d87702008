package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AlsLearnerTest extends LearnerContract {
  @Override
  LearnerSettings settings() {
    return new LearnerSettings.ImplicitAls(4, 30, 0.3, 0.01, 0.5, 0.3, 0.2, 1);
  }

  @Test
  void foldingInSolvesTheDenseSystem() {
    SplittableRandom random = new SplittableRandom(42);
    int k = 7;
    for (int trial = 0; trial < 50; trial++) {
      float[] gram = floats(random, k, 0.1, 5);
      RidgeFolder folder = new RidgeFolder(gram, 0.2, 0.05, 0.75, 0.5, 30);
      List<float[]> items = new ArrayList<>();
      float[] confidences = new float[random.nextInt(1, 20)];
      for (int i = 0; i < confidences.length; i++) {
        float[] item = Arrays.copyOf(floats(random, k, -1, 1), k + FactorLayout.EXTRA);
        FactorLayout.setItemWeight(item, 0, item.length, 1 + i);
        items.add(item);
        confidences[i] = (float) random.nextDouble(-1, 3);
      }
      double all = 0;
      for (float confidence : confidences) {
        all += Math.abs(confidence);
      }
      double lambda = 0.05 * Math.pow(confidences.length + 0.2 * 30, 0.75);
      double[][] left = new double[k][k];
      double[] right = new double[k];
      for (int a = 0; a < k; a++) {
        left[a][a] = 0.2 * gram[a] + lambda;
        for (int i = 0; i < confidences.length; i++) {
          double c = confidences[i] * (1 + i) / Math.sqrt(all);
          right[a] += c * items.get(i)[a];
          for (int b = 0; b < k; b++) {
            left[a][b] += Math.abs(c) * items.get(i)[a] * items.get(i)[b];
          }
        }
      }
      double[] expected = DenseSolve.solve(left, right);
      float[] found = folder.fold(items, confidences);
      for (int d = 0; d < k; d++) {
        assertEquals(
            expected[d],
            found[d],
            1e-4 * Math.max(1, Math.abs(expected[d])),
            "trial " + trial + " of seed 42, number " + d);
      }
    }
  }

  @Test
  void convergesToAFixedPointOfTheDenseSystem() {
    Interactions interactions = Planted.interactions(80, 30, 9);
    LearnerSettings.ImplicitAls many =
        new LearnerSettings.ImplicitAls(3, 300, 0.3, 0.01, 1, 0.3, 0.2, 1);
    FactorModel model = Learners.learn(interactions, many, ProgressListener.NONE);
    PosteriorCheck.assertWarmItemsComeBack(model, interactions, 2e-3);
  }

  @Test
  void moreEpochsDoNotChangeAConvergedModel() {
    Interactions board = Checkerboard.interactions();
    FactorModel some =
        Learners.learn(
            board,
            new LearnerSettings.ImplicitAls(2, 100, 0.3, 0.01, 1, 0.3, 0.2, 3),
            ProgressListener.NONE);
    FactorModel more =
        Learners.learn(
            board,
            new LearnerSettings.ImplicitAls(2, 200, 0.3, 0.01, 1, 0.3, 0.2, 3),
            ProgressListener.NONE);
    List<float[]> evidence = List.of(some.itemFactor(0), some.itemFactor(6));
    List<float[]> moreEvidence = List.of(more.itemFactor(0), more.itemFactor(6));
    float[] ones = {1, 1};
    assertArrayEquals(
        some.folder().contributions(evidence, ones, some.itemFactor(8)),
        more.folder().contributions(moreEvidence, ones, more.itemFactor(8)),
        1e-3);
  }

  private static float[] floats(SplittableRandom random, int n, double least, double below) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextDouble(least, below);
    }
    return values;
  }
}
