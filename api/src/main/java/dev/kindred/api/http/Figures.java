package dev.kindred.api.http;

import dev.kindred.engine.Kindred;
import dev.kindred.engine.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** Counts and times requests, and measures the process, for Prometheus. */
public final class Figures implements AutoCloseable {
  private static final Duration STATUS_AGE = Duration.ofSeconds(5);
  private static final double[] PERCENTILES = {0.5, 0.95, 0.99};

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
  private final Kindred kindred;
  private final InstantSource clock;
  private volatile Optional<Seen> seen = Optional.empty();

  private record Key(String method, String route, int status) {}

  private record Seen(Status status, Instant at) {}

  public Figures(Kindred kindred, InstantSource clock) {
    this.kindred = kindred;
    this.clock = clock;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    gauge("kindred.products", "products in the index", Status::indexed);
    gauge(
        "kindred.index.lag",
        "changes that are stored and not yet indexed",
        s -> Math.max(0, s.sequence() - s.indexedSequence()));
    gauge("kindred.generation", "number of the generation that serves", Status::generation);
    gauge("kindred.disk.bytes", "bytes of the data directory", Status::bytes);
    gauge("kindred.users", "users with events", s -> s.counts().users());
    gauge(
        "kindred.events",
        "events in the store",
        s -> s.counts().events().values().stream().mapToLong(Long::longValue).sum());
  }

  /**
   * Notes a request that was answered.
   *
   * @param route path with its parameters' names, not their values
   */
  public void answered(String method, String route, int status, double millis) {
    timers
        .computeIfAbsent(new Key(method, route, status), this::timer)
        .record(Duration.ofNanos(Math.round(millis * 1e6)));
  }

  /** Everything in Prometheus' text format. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }

  private Timer timer(Key key) {
    return Timer.builder("kindred.http.requests")
        .description("requests answered")
        .tags("method", key.method(), "route", key.route(), "status", "" + key.status())
        .publishPercentiles(PERCENTILES)
        .register(registry);
  }

  private void gauge(String name, String description, ToDoubleFunction<Status> value) {
    Gauge.builder(name, this, f -> value.applyAsDouble(f.status()))
        .description(description)
        .register(registry);
  }

  /** A status that is a few seconds old at most: counting everything is not for every scrape. */
  private Status status() {
    Instant now = clock.instant();
    Seen last =
        seen.filter(s -> s.at().plus(STATUS_AGE).isAfter(now))
            .orElseGet(() -> new Seen(kindred.status(), now));
    seen = Optional.of(last);
    return last.status();
  }
}
