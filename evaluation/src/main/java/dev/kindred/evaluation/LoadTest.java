package dev.kindred.evaluation;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server at a steady rate and measures how long answers take.
 *
 * <p>Requests are due at fixed times whether or not earlier ones were answered (an open loop), and
 * the time of each runs from when it was due: a server that stalls is charged for everybody who
 * would have waited. A fixed number of visitors ask in turn, each over a connection that stays
 * open, with plain blocking reads: the driver takes little of the machine that it measures. For the
 * last moment before a request is due they do not sleep, since waking up takes as long as a good
 * part of an answer.
 */
public final class LoadTest {
  private static final int VISITORS = 32;
  private static final int OK = 200;
  private static final long AWAKE_NANOS = TimeUnit.MICROSECONDS.toNanos(150);

  private LoadTest() {}

  /**
   * How long answers took.
   *
   * @param failed requests without a good answer
   */
  public record Latencies(
      int sent, int failed, double medianMillis, double p99Millis, double maxMillis) {

    /** The figures by name. */
    public Map<String, Object> json(String prefix) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put(prefix + "_requests", sent);
      json.put(prefix + "_failed", failed);
      json.put(prefix + "_median_ms", Rounding.of(medianMillis));
      json.put(prefix + "_p99_ms", Rounding.of(p99Millis));
      json.put(prefix + "_max_ms", Rounding.of(maxMillis));
      return json;
    }
  }

  /**
   * Sends GET requests for some time, the addresses in turn.
   *
   * @param perSecond rate, 1 to 10,000
   */
  public static Latencies run(List<URI> addresses, int perSecond, Duration duration) {
    checkRate(perSecond);
    int total = Math.max(1, (int) (duration.toMillis() * perSecond / 1_000));
    return run(() -> false, total, addresses, perSecond);
  }

  /**
   * The same until something is done, at least once.
   *
   * @param done asked before each request
   */
  public static Latencies runUntil(BooleanSupplier done, List<URI> addresses, int perSecond) {
    checkRate(perSecond);
    return run(done, Integer.MAX_VALUE, addresses, perSecond);
  }

  private static Latencies run(BooleanSupplier done, int most, List<URI> addresses, int perSecond) {
    List<CompletableFuture<List<Long>>> asked = new ArrayList<>();
    AtomicInteger failed = new AtomicInteger();
    long begin = System.nanoTime();
    try (ExecutorService visitors = Executors.newFixedThreadPool(VISITORS)) {
      for (int visitor = 0; visitor < VISITORS; visitor++) {
        int first = visitor;
        Supplier<List<Long>> visit =
            () -> {
              List<Long> times = new ArrayList<>();
              Visitor asking = new Visitor();
              for (long n = first; n < most && (n == 0 || !done.getAsBoolean()); n += VISITORS) {
                long due = begin + TimeUnit.SECONDS.toNanos(1) * n / perSecond;
                waitUntil(due);
                if (!asking.answered(addresses.get((int) (n % addresses.size())))) {
                  failed.incrementAndGet();
                }
                times.add(System.nanoTime() - due);
              }
              asking.leave();
              return times;
            };
        asked.add(CompletableFuture.supplyAsync(visit, visitors));
      }
    }
    long[] nanos =
        asked.stream()
            .flatMap(times -> times.join().stream())
            .mapToLong(Long::longValue)
            .sorted()
            .toArray();
    int total = nanos.length;
    return new Latencies(
        total,
        failed.get(),
        nanos[total / 2] / 1e6,
        nanos[Math.min(total - 1, total * 99 / 100)] / 1e6,
        nanos[total - 1] / 1e6);
  }

  private static void checkRate(int perSecond) {
    if (perSecond < 1 || perSecond > 10_000) {
      throw new IllegalArgumentException("rate must be from 1 to 10000, got " + perSecond);
    }
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      if (left > AWAKE_NANOS) {
        LockSupport.parkNanos(left - AWAKE_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
  }

  /** One who asks again and again, over another connection once one has failed. */
  private static final class Visitor {
    private @Nullable KeptConnection connection;

    boolean answered(URI address) {
      try {
        KeptConnection open = connection == null ? KeptConnection.open(address) : connection;
        connection = open;
        return open.get(address) == OK;
      } catch (IOException e) {
        leave();
        return false;
      }
    }

    void leave() {
      KeptConnection open = connection;
      connection = null;
      if (open != null) {
        try {
          open.close();
        } catch (IOException e) {
          // Nobody asks over it any more.
        }
      }
    }
  }
}
