package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MeanPersonLearningTest {
  private static final int PEOPLE = 300;
  private static final int ITEMS = 120;
  private static final float[] ONE = {1};

  @Test
  void whereEverybodyLikesTheSameFewThingsOneThingMovesAPersonLittle() {
    Interactions interactions = popular();
    FactorModel model = model(interactions);
    PersonFolder drawn = model.withMeanPerson(interactions, 1).folder();

    assertInstanceOf(PosteriorFolder.class, drawn);
    assertTrue(rankOfFirst(model.folder(), model) > rankOfFirst(drawn, model));
  }

  @Test
  void whereAllItemsAreAlikePopularEvidenceStandsAlone() {
    Interactions interactions = tastes();
    FactorModel model = model(interactions);
    PersonFolder drawn = model.withMeanPerson(interactions, 1).folder();

    for (int item = 0; item < ITEMS; item += 7) {
      List<float[]> one = List.of(model.itemFactor(item));
      assertEquals(
          1,
          VectorMath.cosine(
              model.folder().fold(one, ONE), 0, drawn.fold(one, ONE), 0, model.directions()),
          0.02);
    }
  }

  @Test
  void nobodyIsKnownWellEnoughToLearnFrom() {
    Interactions.Builder few = Interactions.builder(30, 10);
    for (int person = 0; person < 30; person++) {
      few.add(person, person % 10, 1);
    }
    FactorModel model = model(few.build());

    assertSame(model.folder(), model.withMeanPerson(few.build(), 1).folder());
  }

  @Test
  void aPersonIsTheWeightedSumOfBoth() {
    SumFolder evidence = new SumFolder(4, 0);
    EvidenceCurve curve =
        new EvidenceCurve(new float[] {1}, new float[] {0.5f}, new float[] {0.25f});
    PosteriorFolder folder = new PosteriorFolder(evidence, new float[] {8, 4, 0, 0}, curve);
    float[] item = {2, 6, 0, 0};
    FactorLayout.setItemWeight(item, 0, 4, 1);

    float[] person = folder.fold(List.of(item), ONE);
    double[] parts = folder.contributions(List.of(item), ONE, new float[] {1, 1, 0, 0});

    assertEquals(0.5 * 2 + 0.25 * 8, person[0], 1e-5);
    assertEquals(0.5 * 6 + 0.25 * 4, person[1], 1e-5);
    assertEquals(0.5 * 8, parts[0], 1e-5);
    assertArrayEquals(new float[4], folder.fold(List.of(), new float[0]));
    assertSame(evidence, folder.ofEvidence());
  }

  @Test
  void staysTheSameThroughAFile() throws IOException {
    Interactions interactions = popular();
    FactorModel model = model(interactions).withMeanPerson(interactions, 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));

    FactorModel read =
        FactorModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    List<float[]> one = List.of(model.itemFactor(50));
    assertArrayEquals(model.folder().fold(one, ONE), read.folder().fold(one, ONE));
  }

  /** The place of the most popular item for somebody who likes only a rare one. */
  private static int rankOfFirst(PersonFolder folder, FactorModel model) {
    float[] person = folder.fold(List.of(model.itemFactor(ITEMS - 1)), ONE);
    float first = VectorMath.dot(person, model.itemFactor(0));
    int rank = 0;
    for (int item = 1; item < ITEMS; item++) {
      rank += VectorMath.dot(person, model.itemFactor(item)) > first ? 1 : 0;
    }
    return rank;
  }

  private static FactorModel model(Interactions interactions) {
    return Learners.learn(
        interactions, LearnerSettings.DEFAULT.withFactors(16), ProgressListener.NONE);
  }

  /* Everybody has most of the first ten items and some others, drawn without any taste. */
  private static Interactions popular() {
    SplittableRandom random = new SplittableRandom(3);
    Interactions.Builder builder = Interactions.builder(PEOPLE, ITEMS);
    for (int person = 0; person < PEOPLE; person++) {
      for (int item = 0; item < ITEMS; item++) {
        if (random.nextDouble() < (item < 10 ? 0.7 : 0.05)) {
          builder.add(person, item, 1);
        }
      }
    }
    return builder.build();
  }

  /* Six kinds of people, each with items of their own that are all as popular. */
  private static Interactions tastes() {
    SplittableRandom random = new SplittableRandom(4);
    Interactions.Builder builder = Interactions.builder(PEOPLE, ITEMS);
    for (int person = 0; person < PEOPLE; person++) {
      for (int item = person % 6; item < ITEMS; item += 6) {
        if (random.nextDouble() < 0.5) {
          builder.add(person, item, 1);
        }
      }
    }
    return builder.build();
  }
}
