package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MisspellingTest {

  @Test
  void oneLongWordGetsOneSlip() {
    Set<String> seen = new HashSet<>();
    for (long seed = 0; seed < 500; seed++) {
      String typed = Misspelling.of("red headphones usb", seed);
      assertEquals(typed, Misspelling.of("red headphones usb", seed));
      assertTrue(typed.startsWith("red ") && typed.endsWith(" usb"), typed);
      assertNotEquals("red headphones usb", typed);
      assertTrue(Math.abs(typed.length() - "red headphones usb".length()) <= 1, typed);
      seen.add(typed);
    }
    assertTrue(seen.size() > 200, "only " + seen.size() + " different slips");
  }

  @Test
  void shortWordsAndCodesStay() {
    assertEquals("usb TN-2110 12345", Misspelling.of("usb TN-2110 12345", 1));
  }
}
