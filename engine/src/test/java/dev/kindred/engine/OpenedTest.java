package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTest {
  private final List<String> closed = new ArrayList<>();
  private final Opened opened = new Opened();

  @Test
  void closesTheLastFirstAndEachOnce() {
    String store = "store";
    assertSame(store, opened.add(store, closed::add));
    opened.add("index", closed::add);
    opened.close();
    opened.close();
    assertEquals(List.of("index", "store"), closed);
  }

  @Test
  void whatFailsDoesNotKeepTheOthersOpen() {
    IllegalStateException first = new IllegalStateException("index");
    IllegalStateException second = new IllegalStateException("store");
    opened.add("claim", closed::add);
    opened.add("store", part -> fail(second));
    opened.add("index", part -> fail(first));
    assertSame(first, assertThrows(IllegalStateException.class, opened::close));
    assertEquals(List.of(second), List.of(first.getSuppressed()));
    assertEquals(List.of("claim"), closed);
  }

  private static void fail(RuntimeException failure) {
    throw failure;
  }
}
