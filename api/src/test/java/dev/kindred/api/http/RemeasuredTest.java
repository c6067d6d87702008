package dev.kindred.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RemeasuredTest {

  @Test
  void isMeasuredOnceAMinute() {
    AtomicInteger measured = new AtomicInteger();
    AtomicLong now = new AtomicLong(-5);
    Remeasured figure = new Remeasured(measured::incrementAndGet, now::get);
    assertEquals(1, figure.value());
    now.addAndGet(TimeUnit.SECONDS.toNanos(59));
    assertEquals(1, figure.value());
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertEquals(2, figure.value());
  }
}
