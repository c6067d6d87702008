package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kindred.learn.Interactions;
import dev.kindred.model.FeatureVector;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextNeighboursTest {
  private static final List<FeatureVector> FEATURES =
      List.of(
          vector(new int[] {0}, 2),
          vector(new int[] {0, 1}, 3, 4),
          vector(new int[] {1, 9}, 1, 1),
          FeatureVector.EMPTY);

  @Test
  void scoresAreSumsOfCosinesWorkedByHand() {
    Interactions train =
        Interactions.builder(2, 4).add(0, 0, 1).add(0, 1, 0.5f).add(1, 3, 1).build();
    float[][] scores = new float[2][4];
    new TextNeighbours(train, FEATURES).score(new int[] {0, 1}, scores);
    // cos(0,1) = 3/5; cos(1,2) = 4/5 / sqrt 2; items 0 and 2 share nothing.
    assertEquals(1 + 0.5 * 0.6, scores[0][0], 1e-6);
    assertEquals(0.6 + 0.5, scores[0][1], 1e-6);
    assertEquals(0.5 * 0.8 / Math.sqrt(2), scores[0][2], 1e-6);
    assertEquals(0, scores[0][3], "without features it is like nothing");
    for (float score : scores[1]) {
      assertEquals(0, score, "of somebody who has only that, nothing is known");
    }
  }

  @Test
  void aDislikeCountsAgainstWhatIsLikeIt() {
    Interactions train = Interactions.builder(1, 4).add(0, 0, -1).build();
    float[][] scores = new float[1][4];
    new TextNeighbours(train, FEATURES).score(new int[] {0}, scores);
    assertEquals(-0.6, scores[0][1], 1e-6);
  }

  private static FeatureVector vector(int[] indices, float... weights) {
    return new FeatureVector(indices, weights);
  }
}
