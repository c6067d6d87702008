package dev.kindred.evaluation;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a server at a steady rate and measures how long answers take.
 *
 * <p>Requests are due at fixed times whether or not earlier ones were answered (an open loop), and
 * the time of each runs from when it was due: a server that stalls is charged for everybody who
 * would have waited. At most a fixed number are under way; what is due beyond that counts as
 * failed.
 */
public final class LoadTest {
  private static final int MOST_UNDER_WAY = 256;
  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

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
   * Sends GET requests, the addresses in turn.
   *
   * @param perSecond rate, 1 to 10,000
   */
  public static Latencies run(List<URI> addresses, int perSecond, Duration duration) {
    if (perSecond < 1 || perSecond > 10_000) {
      throw new IllegalArgumentException("rate must be from 1 to 10000, got " + perSecond);
    }
    int total = Math.max(1, (int) (duration.toMillis() * perSecond / 1_000));
    long[] nanos = new long[total];
    AtomicInteger failed = new AtomicInteger();
    Semaphore room = new Semaphore(MOST_UNDER_WAY);
    List<CompletableFuture<?>> underWay = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      long begin = System.nanoTime();
      for (int n = 0; n < total; n++) {
        long due = begin + TimeUnit.SECONDS.toNanos(1) * n / perSecond;
        waitUntil(due);
        if (!room.tryAcquire()) {
          failed.incrementAndGet();
          nanos[n] = PATIENCE.toNanos();
          continue;
        }
        int number = n;
        HttpRequest request =
            HttpRequest.newBuilder(addresses.get(n % addresses.size())).timeout(PATIENCE).build();
        underWay.add(
            client
                .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((response, error) -> {
                  nanos[number] = System.nanoTime() - due;
                  room.release();
                  if (error != null || response.statusCode() != OK) {
                    failed.incrementAndGet();
                  }
                  return true;
                }));
      }
      underWay.forEach(CompletableFuture::join);
    }
    Arrays.sort(nanos);
    return new Latencies(
        total,
        failed.get(),
        nanos[total / 2] / 1e6,
        nanos[Math.min(total - 1, total * 99 / 100)] / 1e6,
        nanos[total - 1] / 1e6);
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
