package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatingModelTest {
  private static final int PEOPLE = 80;
  private static final int ITEMS = 60;

  @Test
  void learnsBiasesAndTaste() {
    SplittableRandom random = new SplittableRandom(1);
    int[] personOf = new int[2400];
    int[] itemOf = new int[2400];
    float[] stars = new float[2400];
    for (int n = 0; n < stars.length; n++) {
      personOf[n] = random.nextInt(PEOPLE);
      itemOf[n] = random.nextInt(ITEMS);
      stars[n] = truth(personOf[n], itemOf[n]);
    }
    RatingModel model =
        RatingModel.learn(
            PEOPLE, ITEMS, personOf, itemOf, stars, new RatingModel.Settings(4, 15, 0.01, 1));

    double squares = 0;
    for (int person = 0; person < PEOPLE; person++) {
      for (int item = 0; item < ITEMS; item++) {
        double off = truth(person, item) - model.predict(person, item);
        squares += off * off;
      }
    }
    assertTrue(Math.sqrt(squares / (PEOPLE * ITEMS)) < 0.2, "got " + squares);
  }

  /** Half of the people like even items better, the others odd ones; some are stricter. */
  private static float truth(int person, int item) {
    float taste = (person + item) % 2 == 0 ? 1 : -1;
    return 3 + 0.5f * (person % 3 - 1) + taste;
  }

  @Test
  void somebodyUnknownGivesWhatOthersGive() {
    int[] personOf = new int[40];
    int[] itemOf = new int[40];
    float[] stars = new float[40];
    for (int n = 0; n < stars.length; n++) {
      personOf[n] = n / 2;
      itemOf[n] = n % 2;
      stars[n] = n % 2 == 0 ? 5 : 1;
    }
    RatingModel model =
        RatingModel.learn(21, 2, personOf, itemOf, stars, new RatingModel.Settings(1, 20, 0.05, 1));

    assertTrue(model.predict(20, 0) > 3.9, "got " + model.predict(20, 0));
    assertTrue(model.predict(20, 1) < 2.1, "got " + model.predict(20, 1));
  }

  @Test
  void refusesColumnsOfDifferentLength() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            RatingModel.learn(
                1, 1, new int[1], new int[2], new float[1], RatingModel.Settings.DEFAULT));
  }
}
