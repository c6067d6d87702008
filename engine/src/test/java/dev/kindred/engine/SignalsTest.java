package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kindred.indexer.catalog.Fusion;
import org.junit.jupiter.api.Test;

class SignalsTest {
  private final Signals signals = new Signals(RankingWeights.DEFAULTS);

  @Test
  void meaningCountsTheLessTheMoreWordsThereAre() {
    assertShare(0.6, signals.fusion(1, false, false));
    assertShare(0.6, signals.fusion(2, false, false));
    assertShare(0.5, signals.fusion(3, false, false));
    assertShare(3.0 / 7, signals.fusion(4, false, false));
    assertShare(1.0 / 3, signals.fusion(6, false, false));
    assertShare(1.0 / 3, signals.fusion(60, false, false));
  }

  @Test
  void smallWordsSayNothing() {
    assertEquals(2, Signals.telling("A present for the Gardener"));
    assertEquals(2, Signals.telling("  usb-c \t cable\n"));
    assertEquals(1, Signals.telling("to be"));
    assertEquals(1, Signals.telling(""));
    assertEquals(1, Signals.telling("\u9065\u63a7\u6c7d\u8f66"));
  }

  /** The best possible score stays 1. */
  private static void assertShare(double meaning, Fusion fusion) {
    assertEquals(meaning, fusion.semantic(), 1e-9);
    assertEquals(1 - meaning, fusion.lexical(), 1e-9);
  }

  @Test
  void aBrandIsOrderedByWordsAloneUnlessOnlyMeaningIsAskedFor() {
    assertShare(0, signals.fusion(1, true, false));
    assertEquals(1, signals.fusion(1, true, true).semantic(), 1e-9);
    assertEquals(0, signals.fusion(1, true, true).lexical(), 1e-9);
    assertEquals(1, signals.fusion(9, false, true).semantic(), 1e-9);
  }

  @Test
  void withoutWordsMeaningHasItsWeightHoweverLongTheQuery() {
    Signals meaning = new Signals(RankingWeights.DEFAULTS.withText(0, 1, 0));
    assertEquals(1, meaning.fusion(1, false, false).semantic(), 1e-9);
    assertEquals(1, meaning.fusion(9, false, false).semantic(), 1e-9);
  }
}
