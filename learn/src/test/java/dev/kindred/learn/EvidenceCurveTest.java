package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EvidenceCurveTest {
  private static final EvidenceCurve CURVE =
      new EvidenceCurve(new float[] {1, 3}, new float[] {0.5f, 0.8f}, new float[] {0.6f, 0.2f});

  @Test
  void goesThroughItsPointsAndStraightBetweenThem() {
    assertEquals(0, CURVE.behaviourAt(0), 1e-6);
    assertEquals(1, CURVE.contentAt(0), 1e-6);
    assertEquals(0.5, CURVE.behaviourAt(1), 1e-6);
    assertEquals(0.2, CURVE.contentAt(3), 1e-6);
    // log 2 and log 4 enclose log(1 + x) = 1.5 log 2, which is half way.
    double halfWay = Math.pow(2, 1.5) - 1;
    assertEquals(0.65, CURVE.behaviourAt(halfWay), 1e-6);
    assertEquals(0.4, CURVE.contentAt(halfWay), 1e-6);
  }

  @Test
  void endsInBehaviourAlone() {
    assertEquals(1, CURVE.behaviourAt(1e9), 1e-6);
    assertEquals(0, CURVE.contentAt(1e9), 1e-6);
    assertEquals(0.9, CURVE.behaviourAt(6), 1e-6);
    assertEquals(0.1, CURVE.contentAt(6), 1e-6);
  }

  @Test
  void withoutPointsContentFades() {
    assertEquals(1, EvidenceCurve.DEFAULT.behaviourAt(1));
    assertEquals(0.5, EvidenceCurve.DEFAULT.contentAt(1));
    assertTrue(EvidenceCurve.DEFAULT.contentAt(500) < 0.01);
  }

  @Test
  void columnsOfDifferentLengthsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new EvidenceCurve(new float[2], new float[1], new float[2]));
  }
}
