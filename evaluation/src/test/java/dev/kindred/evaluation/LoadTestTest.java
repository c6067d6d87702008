package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTestTest {

  @Test
  void chargesTheServerForEverybodyWhoWaited() throws IOException {
    // One thread that sleeps 20 ms for each request and gets one every 10 ms: the queue grows, so
    // the last of 20 waits for about 200 ms though each is worked on for only 20.
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          sleep(20);
          int status = exchange.getRequestURI().getPath().equals("/bad") ? 500 : 200;
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      LoadTest.Latencies latencies =
          LoadTest.run(List.of(base, base.resolve("/bad")), 100, Duration.ofMillis(200));
      assertEquals(20, asked.get());
      assertEquals(20, latencies.sent());
      assertEquals(10, latencies.failed());
      assertTrue(latencies.maxMillis() > 150, latencies.toString());
      assertTrue(latencies.medianMillis() > 50, latencies.toString());
      assertTrue(latencies.medianMillis() <= latencies.p99Millis(), latencies.toString());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void rateIsChecked() {
    assertThrows(
        IllegalArgumentException.class,
        () -> LoadTest.run(List.of(URI.create("http://x/")), 0, Duration.ofSeconds(1)));
  }

  @Test
  void aVisitorThatCannotAskIsAnErrorOfTheWhole() {
    assertThrows(
        CompletionException.class,
        () -> LoadTest.run(List.of(URI.create("/nowhere")), 100, Duration.ofMillis(100)));
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
