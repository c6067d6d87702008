package dev.kindred.analyzers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingCostTest {

  @ParameterizedTest
  @CsvSource({
    "mouse,mouse,0",
    "mosue,mouse,0.6",
    "mpuse,mouse,0.7",
    "mzuse,mouse,1",
    "mouuse,mouse,0.6",
    "mose,mouse,0.85",
    "louse,mouse,1.25",
    "'',ab,1.95"
  })
  void slipsThatFingersMakeCostLess(String typed, String meant, double cost) {
    assertEquals(cost, TypingCost.of(typed, meant), 1e-9);
  }

  @Test
  void twoSlipsCostMoreThanOne() {
    assertTrue(TypingCost.of("hedphnes", "headphones") > TypingCost.of("headphnes", "headphones"));
  }
}
