package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

/** Folds items in from the people who touched them and compares with what was learned. */
final class PosteriorCheck {
  private PosteriorCheck() {}

  static void assertWarmItemsComeBack(
      FactorModel model, Interactions interactions, double tolerance) {
    float[] noPrior = new float[model.factors()];
    for (int item = 0; item < model.items(); item++) {
      List<float[]> people = new ArrayList<>();
      float[] confidences = new float[interactions.itemDegree(item)];
      for (int i = 0; i < confidences.length; i++) {
        int at = interactions.columnStart(item) + i;
        int person = interactions.columnPerson(at);
        confidences[i] = interactions.columnConfidence(at);
        people.add(
            model
                .folder()
                .fold(
                    LearnerContract.itemFactors(model, interactions, person),
                    interactions.confidencesOf(person)));
      }
      float[] learned = model.itemFactor(item);
      float[] folded = model.posterior().combine(noPrior, people, confidences);
      int space = model.directions();
      double distance = 0;
      for (int d = 0; d < space; d++) {
        distance += Math.pow(learned[d] - folded[d], 2);
      }
      double length = VectorMath.norm(learned, 0, space);
      assertTrue(
          Math.sqrt(distance) <= tolerance * length,
          "item " + item + " is off by " + Math.sqrt(distance) + " of " + length);
    }
  }
}
