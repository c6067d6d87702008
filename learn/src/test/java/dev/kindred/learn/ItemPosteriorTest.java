package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.FeatureVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemPosteriorTest {
  private static final Interactions INTERACTIONS = Planted.interactions(400, 80, 5);
  private static final FactorModel MODEL =
      Learners.learn(
          INTERACTIONS, LearnerSettings.ImplicitAls.DEFAULT.withFactors(4), ProgressListener.NONE);

  @Test
  void withoutPeopleItIsThePrior() {
    float[] prior = MODEL.itemFactor(3);
    assertArrayEquals(prior, MODEL.posterior().combine(prior, List.of(), new float[0]));
  }

  @Test
  void movesAwayFromAWrongPriorAsPeopleCome() {
    float[] wrong = MODEL.itemFactor(0);
    float[] right = MODEL.itemFactor(1);
    double last = 1;
    double toRight = 0;
    for (int people : new int[] {1, 4, 16, 64}) {
      List<float[]> fans = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        // Somebody who touched only items of the group of item 1.
        int item = 1 + Planted.GROUPS * (1 + i % 19);
        fans.add(MODEL.folder().fold(List.of(MODEL.itemFactor(item)), new float[] {1}));
      }
      float[] ones = new float[people];
      Arrays.fill(ones, 1);
      float[] posterior = MODEL.posterior().combine(wrong, fans, ones);
      double toWrong = VectorMath.cosine(posterior, 0, wrong, 0, MODEL.directions());
      assertTrue(toWrong < last, people + " people: " + toWrong + " after " + last);
      last = toWrong;
      toRight = VectorMath.cosine(posterior, 0, right, 0, MODEL.directions());
    }
    assertTrue(toRight > 0.9, "close to its group at last: " + toRight);
  }

  @Test
  void allAtOnceLeavesWarmItemsAndFillsColdOnes() {
    Interactions.Builder more = Interactions.builder(400, 81);
    for (int person = 0; person < 400; person++) {
      for (int at = INTERACTIONS.rowStart(person); at < INTERACTIONS.rowEnd(person); at++) {
        more.add(person, INTERACTIONS.rowItem(at), 100 * INTERACTIONS.rowConfidence(at));
      }
    }
    Interactions withCold = more.build();
    FactorModel model =
        Learners.learn(
            withCold, LearnerSettings.ImplicitAls.DEFAULT.withFactors(4), ProgressListener.NONE);
    List<FeatureVector> features = new ArrayList<>(Collections.nCopies(81, FeatureVector.EMPTY));
    for (int item = 0; item < 81; item++) {
      features.set(item, new FeatureVector(new int[] {item % Planted.GROUPS}, new float[] {1}));
    }
    ContentPrior prior = ContentPrior.learn(model, withCold, features, 1, ProgressListener.NONE);
    float[] slab = ItemPosterior.slab(model, withCold, prior, features);
    int k = model.factors();
    assertArrayEquals(
        prior.predict(features.get(80)), Arrays.copyOfRange(slab, 80 * k, 81 * k), 1e-6f);
    for (int item = 0; item < 80; item++) {
      float[] learned = model.itemFactor(item);
      assertEquals(
          1,
          VectorMath.cosine(learned, 0, slab, item * k, model.directions()),
          0.01,
          "item " + item);
    }
  }
}
