package dev.kindred.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kindred.engine.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerViewTest {

  @Test
  void barsAreTwentyLongAtOne() {
    assertEquals(
        "     lexical      +1.000 " + "█".repeat(20),
        AnswerView.bar(new Reason("lexical", 1, List.of())));
    assertEquals(
        "     personal     -0.525 " + "█".repeat(10) + "▌" + " ".repeat(9) + "  because of a, b",
        AnswerView.bar(new Reason("personal", -0.525, List.of("a", "b"))));
    assertEquals(
        "     popularity   +0.000", AnswerView.bar(new Reason("popularity", 0, List.of())));
  }

  @Test
  void textIsCutByCharactersNotByHalves() {
    assertEquals("ab  ", AnswerView.fitted("ab", 4));
    assertEquals("abc…", AnswerView.fitted("abcde", 4));
    assertEquals("😀…", AnswerView.fitted("😀😀😀", 2));
  }
}
