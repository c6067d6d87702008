package dev.kindred.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.engine.Reason;
import dev.kindred.indexer.catalog.WordMatch;
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

  @Test
  void wordsSayWhatTheyAreWorthWhereTheyStandAndInWhichForm() {
    assertEquals(
        "         couch as sofa    +0.300  in title, brand",
        AnswerView.word(new WordMatch("couch", "sofa", List.of("title", "brand"), 0.6), 0.5));
    assertEquals(
        "         mug              +0.500  in a, b, c, d, …",
        AnswerView.word(new WordMatch("mug", "", List.of("a", "b", "c", "d", "e"), 1), 0.5));
    assertTrue(
        AnswerView.bar(new Reason("rule", 1, List.of(), List.of(), List.of(), List.of("r7")))
            .endsWith("  by r7"));
  }
}
