package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.catalog.ProductNumbers;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @Test
  void holdsExactlyWhatWasSeen() {
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int highest = 1 << random.nextInt(1, 27);
      int[] numbers = random.ints(random.nextInt(1, 2_000), 0, highest).toArray();
      ProductNumbers seen = ProductNumbers.of(numbers);
      assertEquals(seen, Cursor.decoded(Cursor.of(seen)), "seed " + seed);
    }
    assertEquals(ProductNumbers.NONE, Cursor.decoded(Cursor.of(ProductNumbers.NONE)));
  }

  @Test
  void isShortEnoughForAnAddress() {
    SplittableRandom random = new SplittableRandom(1);
    int[] thousand = random.ints(1_000, 0, 200_000).toArray();
    assertTrue(Cursor.of(ProductNumbers.of(thousand)).length() < 2_000);
    int[] most = random.ints(10_500, 0, 200_000).toArray();
    assertTrue(Cursor.of(ProductNumbers.of(most)).length() < 13_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "abc", "sabc", "s!!", "o1:20", "sAAAA"})
  void whatNoAnswerGaveIsRefused(String cursor) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Cursor.decoded(cursor));
    assertTrue(e.getMessage().startsWith("cursor must be one that an earlier answer gave"));
  }

  @Test
  void changedAndCutCursorsAreRefused() {
    String cursor = Cursor.of(ProductNumbers.of(3, 700, 70_000));
    for (int at = 0; at < cursor.length(); at++) {
      String cut = cursor.substring(0, at);
      assertThrows(IllegalArgumentException.class, () -> Cursor.decoded(cut), cut);
    }
    String tooHigh = Cursor.of(ProductNumbers.of(1 << 26));
    assertThrows(IllegalArgumentException.class, () -> Cursor.decoded(tooHigh));
  }

  @Test
  void pagesEndWhereTheyWouldLeadTooDeep() {
    int[] many = java.util.stream.IntStream.range(0, 9_990).toArray();
    Page page = new Page(ProductNumbers.of(many), 10);
    assertEquals(10_000, page.depth());
    assertTrue(page.cursor(20_000).isPresent());
    assertTrue(page.cursor(java.util.stream.IntStream.range(20_000, 20_010).toArray()).isEmpty());
    assertTrue(Page.first(5).cursor().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> Page.first(1_001));
  }
}
