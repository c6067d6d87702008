package dev.kindred.indexer.aspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReviewSampleTest {
  @Test
  void eachDoublingIsALevelUpToSomeThousands() {
    assertEquals(0, ReviewSample.level(0));
    assertEquals(0, ReviewSample.level(31));
    assertEquals(1, ReviewSample.level(32));
    assertEquals(1, ReviewSample.level(63));
    assertEquals(2, ReviewSample.level(64));
    assertEquals(8, ReviewSample.level(4_096));
    assertEquals(8, ReviewSample.level(1_000_000));
  }
}
