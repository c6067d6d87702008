package dev.kindred.indexer.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FusionTest {

  @Test
  void aCosineIsReadAgainstAllOthers() {
    Fusion.Spread spread = new Fusion.Spread(0.1, 0.1, 0.8);
    assertEquals(0, spread.share(0.2), 1e-9);
    assertEquals(0.5, spread.share(0.5), 1e-9);
    assertEquals(1, spread.share(0.8), 1e-9);
    assertEquals(0, spread.share(-0.4), 1e-9);
  }

  @Test
  void theBestOfAQueryThatNothingIsNearToIsNotFullEvidence() {
    assertEquals(0.25, new Fusion.Spread(0.1, 0.1, 0.3).share(0.3), 1e-9);
  }

  @Test
  void whereAllAreAlikeMeaningSaysNothing() {
    assertEquals(0, new Fusion.Spread(0.9, 0.05, 0.9).share(0.9), 1e-9);
    assertEquals(0, new Fusion.Spread(0, 0, 0).share(0), 1e-9);
  }

  @Test
  void theScoreGrowsWithEitherShare() {
    Fusion fusion = new Fusion(0.6, 0.4, 0.5);
    assertEquals(1, fusion.score(1, 1), 1e-9);
    assertTrue(fusion.score(0.5, 0.6) > fusion.score(0.5, 0.5));
    assertTrue(fusion.score(0.6, 0.5) > fusion.score(0.5, 0.5));
  }

  @Test
  void whatComesOnTopOfMuchMeaningCountsLittle() {
    assertEquals(0, Fusion.evidence(0), 1e-9);
    assertEquals(0.875, Fusion.evidence(0.5), 1e-9);
    assertEquals(1, Fusion.evidence(1), 1e-9);
  }

  @Test
  void rulesAreNamed() {
    assertEquals(
        "cutOff must be above 0 and at most 1, got 0.0",
        assertThrows(IllegalArgumentException.class, () -> new Fusion(1, 1, 0)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Fusion(-1, 1, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new Fusion(1, Double.NaN, 0.5));
  }
}
