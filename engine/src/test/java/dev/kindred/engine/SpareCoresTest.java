package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpareCoresTest {
  @Test
  void keepsOneCoreFree() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    int sum =
        SpareCores.run(() ->
            IntStream.range(0, 10_000)
                .parallel()
                .peek(i -> threads.add(Thread.currentThread()))
                .sum());
    assertEquals(49_995_000, sum);
    int cores = Runtime.getRuntime().availableProcessors();
    assertTrue(threads.size() <= Math.max(1, cores - 1), threads.toString());
  }

  @Test
  void whatTheWorkThrowsComesOutAsItIs() {
    IllegalStateException wrong = new IllegalStateException("a training is under way");
    assertSame(
        wrong,
        assertThrows(
            IllegalStateException.class,
            () ->
                SpareCores.run(() -> {
                  throw wrong;
                })));
  }
}
