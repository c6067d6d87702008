package dev.kindred.engine;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Names answers: unique in a data directory as long as its clock does not run backwards. */
final class QueryIds {
  private static final int RADIX = 36;

  private final String start;
  private final AtomicLong next = new AtomicLong();

  QueryIds(Clock clock) {
    this.start = Long.toString(clock.millis(), RADIX);
  }

  String next() {
    return "q-" + start + "-" + Long.toString(next.incrementAndGet(), RADIX);
  }
}
