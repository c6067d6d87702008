package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.FeatureVector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContentPriorTest {
  private static final int ITEMS = 600;
  private static final int FEATURES = 30;
  private static final int FACTORS = 5;

  @Test
  void findsAPlantedLinearMap() {
    Planted planted = planted(new SplittableRandom(3), 0);
    ContentPrior prior = planted.learn();
    for (int item = 0; item < ITEMS; item++) {
      float[] truth = planted.model.itemFactor(item);
      float[] predicted = prior.predict(planted.features.get(item));
      assertTrue(distance(truth, predicted) < 0.1 * VectorMath.norm(truth, 0, FACTORS) + 0.02);
    }
  }

  @Test
  void pureNoisePredictsLittleMoreThanTheMean() {
    Planted planted = planted(new SplittableRandom(3), 0);
    List<FeatureVector> shuffled = new ArrayList<>(planted.features);
    Collections.rotate(shuffled, 1);
    ContentPrior prior =
        ContentPrior.learn(planted.model, planted.interactions, shuffled, 1, ProgressListener.NONE);
    float[] mean = prior.predict(FeatureVector.EMPTY);
    double moved = 0;
    double spread = 0;
    for (int item = 0; item < ITEMS; item++) {
      moved += Math.pow(distance(mean, prior.predict(shuffled.get(item))), 2);
      spread += Math.pow(distance(mean, planted.model.itemFactor(item)), 2);
    }
    assertTrue(moved < 0.1 * spread, moved + " of " + spread);
  }

  @Test
  void predictionsOfNoisyFactorsAreNotTooLong() {
    Planted planted = planted(new SplittableRandom(4), 2);
    ContentPrior prior = planted.learn();
    Planted fresh = planted(new SplittableRandom(4), 0);
    double predictedLength = 0;
    double trueLength = 0;
    for (int item = 0; item < ITEMS; item++) {
      predictedLength += VectorMath.norm(prior.predict(planted.features.get(item)), 0, FACTORS);
      trueLength += VectorMath.norm(fresh.model.itemFactor(item), 0, FACTORS);
    }
    assertEquals(1, predictedLength / trueLength, 0.25);
  }

  @Test
  void itemsWithoutEvidenceTeachNothing() {
    Planted planted = planted(new SplittableRandom(5), 0);
    Interactions none = Interactions.builder(3, ITEMS).build();
    ContentPrior prior =
        ContentPrior.learn(planted.model, none, planted.features, 1, ProgressListener.NONE);
    assertArrayEquals(new float[FACTORS], prior.predict(planted.features.get(0)));
  }

  @Test
  void unknownFeaturesCountForNothing() {
    ContentPrior prior = planted(new SplittableRandom(6), 0).learn();
    FeatureVector unknown = new FeatureVector(new int[] {FEATURES + 100_000}, new float[] {1});
    assertArrayEquals(prior.predict(FeatureVector.EMPTY), prior.predict(unknown));
  }

  @Test
  void comesBackFromItsBytes() throws IOException {
    ContentPrior prior = planted(new SplittableRandom(6), 1).learn();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    prior.write(new DataOutputStream(bytes));
    assertEquals(prior, read(bytes.toByteArray()));
    byte[] damaged = bytes.toByteArray();
    damaged[damaged.length / 2] ^= 1;
    assertThrows(IOException.class, () -> read(damaged));
    byte[] damagedEnd = bytes.toByteArray();
    damagedEnd[damagedEnd.length - 1] ^= 1;
    assertThrows(IOException.class, () -> read(damagedEnd));
  }

  @Test
  void featuresOfTheWrongNumberAreRefused() {
    Planted planted = planted(new SplittableRandom(7), 0);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            ContentPrior.learn(
                planted.model, planted.interactions, List.of(), 1, ProgressListener.NONE));
  }

  private static ContentPrior read(byte[] bytes) throws IOException {
    return ContentPrior.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += Math.pow(a[d] - b[d], 2);
    }
    return Math.sqrt(sum);
  }

  /** A model whose factors are a linear map of features, plus noise. */
  private record Planted(
      FactorModel model, Interactions interactions, List<FeatureVector> features) {
    ContentPrior learn() {
      return ContentPrior.learn(model, interactions, features, 1, ProgressListener.NONE);
    }
  }

  private static Planted planted(SplittableRandom random, double noise) {
    float[] map = VectorMathTest.floats(random, FEATURES * FACTORS);
    float[] slab = new float[ITEMS * FACTORS];
    List<FeatureVector> features = new ArrayList<>();
    Interactions.Builder interactions = Interactions.builder(100, ITEMS);
    for (int item = 0; item < ITEMS; item++) {
      int first = random.nextInt(FEATURES / 2);
      int second = FEATURES / 2 + random.nextInt(FEATURES / 2);
      features.add(new FeatureVector(new int[] {first, second}, new float[] {1, 0.5f}));
      VectorMath.axpy(1, map, first * FACTORS, slab, item * FACTORS, FACTORS);
      VectorMath.axpy(0.5f, map, second * FACTORS, slab, item * FACTORS, FACTORS);
      for (int d = 0; d < FACTORS; d++) {
        double shake = random.nextGaussian();
        slab[item * FACTORS + d] += (float) (noise / 2 * shake);
      }
      for (int person = item % 7; person < 100; person += 7) {
        interactions.add(person, item, 1);
      }
    }
    FactorModel model =
        new FactorModel(
            LearnerSettings.ImplicitAls.DEFAULT,
            new SumFolder(FACTORS, 0),
            new SumItemFolder(new float[FACTORS - FactorLayout.EXTRA], 0, 0, 0, 1),
            slab);
    return new Planted(model, interactions.build(), features);
  }
}
