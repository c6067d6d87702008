package dev.kindred.api.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** A figure that takes a moment to measure: measured again only when it is older than a minute. */
final class Remeasured {
  private static final long NANOS = Duration.ofMinutes(1).toNanos();

  private final DoubleSupplier measure;
  private final LongSupplier nanoTime;
  private boolean measured;
  private long at;
  private double value;

  /**
   * @param nanoTime a clock that only goes forward, in nanoseconds
   */
  Remeasured(DoubleSupplier measure, LongSupplier nanoTime) {
    this.measure = measure;
    this.nanoTime = nanoTime;
  }

  synchronized double value() {
    long now = nanoTime.getAsLong();
    if (!measured || now - at >= NANOS) {
      value = measure.getAsDouble();
      at = now;
      measured = true;
    }
    return value;
  }
}
