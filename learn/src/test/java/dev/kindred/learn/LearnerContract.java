package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every learner of personal factors promises. */
abstract class LearnerContract {

  /** Settings for small data. */
  abstract LearnerSettings settings();

  @Test
  void recommendsTheMissingItemOfTheCheckerboard() {
    Interactions board = Checkerboard.interactions();
    FactorModel model = learn(board);
    for (int person = 0; person < board.people(); person++) {
      assertEquals(Checkerboard.missing(person), best(model, board, person), "person " + person);
    }
  }

  @Test
  void contributionsSumToTheScore() {
    SplittableRandom random = new SplittableRandom(5);
    Interactions interactions = Planted.interactions(60, 40, 3);
    FactorModel model = learn(interactions);
    for (int person = 0; person < 60; person++) {
      List<float[]> factors = itemFactors(model, interactions, person);
      float[] confidences = interactions.confidencesOf(person);
      for (int i = 0; i < confidences.length; i++) {
        confidences[i] = (float) random.nextDouble(-0.5, 2);
      }
      float[] target = model.itemFactor(random.nextInt(40));
      double sum = 0;
      for (double part : model.folder().contributions(factors, confidences, target)) {
        sum += part;
      }
      float score = VectorMath.dot(model.folder().fold(factors, confidences), target);
      assertEquals(score, sum, 1e-4 * Math.max(1, Math.abs(score)), "person " + person);
    }
  }

  @Test
  void nobodyHasAFactorOfZeros() {
    FactorModel model = learn(Checkerboard.interactions());
    float[] nobody = model.folder().fold(List.of(), new float[0]);
    for (int item = 0; item < model.items(); item++) {
      assertEquals(0, VectorMath.dot(nobody, model.itemFactor(item)));
    }
  }

  @Test
  void aDislikedItemFalls() {
    Interactions board = Checkerboard.interactions();
    FactorModel model = learn(board);
    List<float[]> liked = List.of(model.itemFactor(0), model.itemFactor(2));
    List<float[]> withDislike =
        List.of(model.itemFactor(0), model.itemFactor(2), model.itemFactor(4));
    float[] before = model.folder().fold(liked, new float[] {1, 1});
    float[] after = model.folder().fold(withDislike, new float[] {1, 1, -1});
    float[] disliked = model.itemFactor(4);
    assertTrue(VectorMath.dot(after, disliked) < VectorMath.dot(before, disliked));
  }

  @Test
  void sameSeedSameBytes() throws IOException {
    Interactions interactions = Planted.interactions(300, 200, 11);
    assertArrayEquals(bytes(learn(interactions)), bytes(learn(interactions)));
  }

  @Test
  void comesBackFromItsBytes() throws IOException {
    FactorModel model = learn(Checkerboard.interactions());
    byte[] bytes = bytes(model);
    FactorModel read = FactorModel.read(in(bytes));
    assertEquals(model.settings(), read.settings());
    assertArrayEquals(model.slab(), read.slab());
    assertArrayEquals(bytes, bytes(read));
    List<float[]> evidence = List.of(model.itemFactor(1), model.itemFactor(3));
    float[] confidences = {1, 0.5f};
    assertArrayEquals(
        model.folder().fold(evidence, confidences), read.folder().fold(evidence, confidences));
  }

  @Test
  void everyDamagedByteIsNoticed() throws IOException {
    byte[] bytes = bytes(learn(Checkerboard.interactions()));
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 300; trial++) {
      byte[] damaged = bytes.clone();
      int at = trial < 100 ? trial : random.nextInt(bytes.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      assertThrows(IOException.class, () -> FactorModel.read(in(damaged)), "byte " + at);
    }
  }

  @Test
  void peopleAndItemsWithoutEntriesDoNoHarm() {
    Interactions sparse = Interactions.builder(5, 4).add(1, 2, 1).add(3, 2, 1).add(3, 0, 2).build();
    FactorModel model = learn(sparse);
    assertEquals(4, model.items());
    float[] person = model.folder().fold(List.of(model.itemFactor(0)), new float[] {1});
    assertTrue(
        VectorMath.dot(person, model.itemFactor(2)) > VectorMath.dot(person, model.itemFactor(1)));
  }

  @Test
  void aFactorOfTheWrongLengthIsRefused() {
    FactorModel model = learn(Checkerboard.interactions());
    List<float[]> wrong = List.of(new float[model.factors() + 1]);
    assertThrows(IllegalArgumentException.class, () -> model.folder().fold(wrong, new float[] {1}));
    assertThrows(
        IllegalArgumentException.class, () -> model.folder().fold(List.of(), new float[] {1}));
  }

  FactorModel learn(Interactions interactions) {
    return Learners.learn(interactions, settings(), ProgressListener.NONE);
  }

  static List<float[]> itemFactors(FactorModel model, Interactions interactions, int person) {
    List<float[]> factors = new ArrayList<>();
    for (int item : interactions.itemsOf(person)) {
      factors.add(model.itemFactor(item));
    }
    return factors;
  }

  private static int best(FactorModel model, Interactions interactions, int person) {
    float[] factor =
        model
            .folder()
            .fold(itemFactors(model, interactions, person), interactions.confidencesOf(person));
    int best = -1;
    float highest = Float.NEGATIVE_INFINITY;
    for (int item = 0; item < model.items(); item++) {
      boolean seen = false;
      for (int had : interactions.itemsOf(person)) {
        seen |= had == item;
      }
      float score = VectorMath.dot(factor, model.itemFactor(item));
      if (!seen && score > highest) {
        highest = score;
        best = item;
      }
    }
    return best;
  }

  private static byte[] bytes(FactorModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
