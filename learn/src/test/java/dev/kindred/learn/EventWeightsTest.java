package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.EventType;
import dev.kindred.model.InvalidFieldException;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EventWeightsTest {
  private static final EventWeights WEIGHTS = EventWeights.DEFAULT;

  @Test
  void aPurchaseSaysMoreThanACartThanAClickThanAView() {
    double last = 0;
    for (EventType type :
        new EventType[] {EventType.VIEW, EventType.CLICK, EventType.CART, EventType.PURCHASE}) {
      double weight = weight(type, 1, OptionalDouble.empty(), Duration.ZERO);
      assertTrue(weight > last, type.label());
      last = weight;
    }
    assertEquals(0, weight(EventType.SEARCH, 1, OptionalDouble.empty(), Duration.ZERO));
    assertEquals(-1, weight(EventType.DISLIKE, 1, OptionalDouble.empty(), Duration.ZERO));
  }

  @Test
  void fewStarsAreADislike() {
    assertEquals(1, stars(5), 1e-12);
    assertEquals(0, stars(2.5), 1e-12);
    assertEquals(0.2, stars(3), 1e-12);
    assertEquals(-0.6, stars(1), 1e-12);
  }

  @Test
  void quantityIsDamped() {
    double one = weight(EventType.PURCHASE, 1, OptionalDouble.of(9.99), Duration.ZERO);
    double many = weight(EventType.PURCHASE, 100, OptionalDouble.of(999), Duration.ZERO);
    assertEquals(1 + Math.log(100), many / one, 1e-12);
  }

  @Test
  void halfAfterTheHalfLife() {
    assertEquals(0.5, weight(EventType.LIKE, 1, OptionalDouble.empty(), WEIGHTS.halfLife()), 1e-12);
    assertEquals(
        0.25,
        weight(EventType.LIKE, 1, OptionalDouble.empty(), WEIGHTS.halfLife().multipliedBy(2)),
        1e-12);
    assertEquals(
        1, weight(EventType.LIKE, 1, OptionalDouble.empty(), Duration.ofDays(-3)), "the future");
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(
        InvalidFieldException.class,
        () -> new EventWeights(-1, 0, 0, 0, 0, 0, 0, 2, Duration.ofDays(1)));
    assertThrows(
        InvalidFieldException.class,
        () -> new EventWeights(1, 0, 0, 0, 0, 1, 0, 2, Duration.ofDays(1)));
    assertThrows(
        InvalidFieldException.class,
        () -> new EventWeights(1, 0, 0, 0, 0, 0, 0, 5, Duration.ofDays(1)));
    assertThrows(
        InvalidFieldException.class, () -> new EventWeights(1, 0, 0, 0, 0, 0, 0, 2, Duration.ZERO));
  }

  private static double stars(double stars) {
    return weight(EventType.RATING, 1, OptionalDouble.of(stars), Duration.ZERO);
  }

  private static double weight(EventType type, int quantity, OptionalDouble value, Duration age) {
    return WEIGHTS.weight(type, quantity, value, age);
  }
}
