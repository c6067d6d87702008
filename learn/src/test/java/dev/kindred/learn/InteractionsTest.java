package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InteractionsTest {
  @Test
  void repeatsAreSummedAndSumsOfZeroLeftOut() {
    Interactions interactions =
        Interactions.builder(3, 4)
            .add(2, 3, 1)
            .add(0, 1, 0.5f)
            .add(2, 0, 1)
            .add(2, 3, 2)
            .add(1, 1, 1)
            .add(1, 1, -1)
            .build();
    assertEquals(3, interactions.size());
    assertArrayEquals(new int[] {0, 3}, interactions.itemsOf(2));
    assertArrayEquals(new float[] {1, 3}, interactions.confidencesOf(2));
    assertEquals(0, interactions.personDegree(1));
    assertEquals(1, interactions.itemDegree(1));
    assertEquals(0, interactions.columnPerson(interactions.columnStart(1)));
  }

  @Test
  void rowsAndColumnsAgreeWithADenseMatrix() {
    SplittableRandom random = new SplittableRandom(21);
    float[][] dense = new float[37][23];
    Interactions.Builder builder = Interactions.builder(37, 23);
    for (int i = 0; i < 3000; i++) {
      int person = random.nextInt(37);
      int item = random.nextInt(23);
      int confidence = random.nextInt(-3, 5);
      dense[person][item] += confidence;
      builder.add(person, item, confidence);
    }
    Interactions interactions = builder.build();
    float[][] byRows = new float[37][23];
    float[][] byColumns = new float[37][23];
    for (int person = 0; person < 37; person++) {
      for (int at = interactions.rowStart(person); at < interactions.rowEnd(person); at++) {
        byRows[person][interactions.rowItem(at)] = interactions.rowConfidence(at);
      }
    }
    for (int item = 0; item < 23; item++) {
      for (int at = interactions.columnStart(item); at < interactions.columnEnd(item); at++) {
        byColumns[interactions.columnPerson(at)][item] = interactions.columnConfidence(at);
      }
    }
    for (int person = 0; person < 37; person++) {
      assertArrayEquals(dense[person], byRows[person], "person " + person + " of seed 21");
      assertArrayEquals(dense[person], byColumns[person], "person " + person + " of seed 21");
    }
  }

  @Test
  void nonsenseIsRefused() {
    Interactions.Builder builder = Interactions.builder(2, 2);
    assertThrows(IllegalArgumentException.class, () -> builder.add(2, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> builder.add(0, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> builder.add(0, 0, Float.NaN));
    assertThrows(IllegalArgumentException.class, () -> Interactions.builder(-1, 2));
  }
}
