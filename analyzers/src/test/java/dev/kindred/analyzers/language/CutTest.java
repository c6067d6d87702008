package dev.kindred.analyzers.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CutTest {

  @Test
  void noCharacterIsCutInHalf() {
    String smile = "ab\ud83d\ude00cd";
    assertEquals("ab", Cut.at(smile, 3));
    assertEquals("ab\ud83d\ude00", Cut.at(smile, 4));
    assertEquals(smile, Cut.at(smile, 6));
    assertEquals("", Cut.at(smile, 0));
  }
}
