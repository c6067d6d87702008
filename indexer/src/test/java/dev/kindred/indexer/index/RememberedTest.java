package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private int lookedUp;

  private String ask(Remembered<Integer, String> remembered, int key) throws IOException {
    return remembered.get(
        key,
        () -> {
          lookedUp++;
          return "answer " + key;
        });
  }

  @Test
  void looksUpOnce() throws IOException {
    Remembered<Integer, String> remembered = Remembered.count(10);
    assertEquals("answer 1", ask(remembered, 1));
    assertEquals("answer 1", ask(remembered, 1));
    assertEquals(1, lookedUp);
  }

  @Test
  void forgetsWhatWasNotAskedForLately() throws IOException {
    Remembered<Integer, String> remembered = Remembered.count(4);
    for (int key : new int[] {1, 2, 3, 1, 4, 5}) {
      ask(remembered, key); // The halves are now 5 and 1 4: 2 and 3 are gone.
    }
    lookedUp = 0;
    ask(remembered, 1);
    ask(remembered, 5);
    assertEquals(0, lookedUp);
    ask(remembered, 2);
    assertEquals(1, lookedUp);
  }

  @Test
  void anAnswerLargerThanHalfIsNotKept() throws IOException {
    Remembered<Integer, String> remembered = new Remembered<>(10, String::length);
    ask(remembered, 1); // "answer 1" has 8 characters.
    ask(remembered, 1);
    assertEquals(2, lookedUp);
  }

  @Test
  void aRenewedAnswerReplacesTheOld() throws IOException {
    Remembered<Integer, String> remembered = Remembered.count(10);
    ask(remembered, 1);
    remembered.renew(1, "newer");
    assertEquals("newer", ask(remembered, 1));
  }
}
