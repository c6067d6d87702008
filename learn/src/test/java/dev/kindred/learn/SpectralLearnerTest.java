package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpectralLearnerTest extends LearnerContract {
  @Override
  LearnerSettings settings() {
    return LearnerSettings.Spectral.DEFAULT.withFactors(4);
  }

  @Test
  void allFactorsTogetherGiveTheItemCosines() {
    Interactions interactions = Planted.interactions(30, 12, 2);
    LearnerSettings.Spectral plain = new LearnerSettings.Spectral(12, 30, 0.5, 0.5, 0.5, 0, 2, 1);
    FactorModel model = Learners.learn(interactions, plain, ProgressListener.NONE);
    // With spectrum exponent 2 the factors give A'A itself, A being the scaled interactions.
    double[] people = DegreeWeights.powers(interactions.rows, -0.5);
    double[] items = DegreeWeights.powers(interactions.columns, -0.5);
    float[][] dense = new float[30][12];
    for (int person = 0; person < 30; person++) {
      for (int at = interactions.rowStart(person); at < interactions.rowEnd(person); at++) {
        int item = interactions.rowItem(at);
        dense[person][item] =
            (float) (interactions.rowConfidence(at) * people[person] * items[item]);
      }
    }
    for (int i = 0; i < 12; i++) {
      float[] person = model.folder().fold(List.of(model.itemFactor(i)), new float[] {1});
      for (int j = 0; j < 12; j++) {
        double expected = 0;
        for (float[] row : dense) {
          expected += (double) row[i] * row[j];
        }
        expected /= items[j];
        expected *= items[i];
        assertEquals(expected, VectorMath.dot(person, model.itemFactor(j)), 1e-4, i + " and " + j);
      }
    }
  }

  @Test
  void anItemIsFoldedInFromItsPeopleAsItWasLearned() {
    Interactions interactions = Planted.interactions(300, 60, 8);
    FactorModel model = learn(interactions);
    PosteriorCheck.assertWarmItemsComeBack(model, interactions, 0.02);
  }
}
