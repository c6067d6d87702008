package dev.kindred.api.http;

import dev.kindred.engine.Kindred;
import dev.kindred.engine.Vitals;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** Counts and times requests, and measures the process, for Prometheus. */
public final class Figures implements AutoCloseable {
  private static final double[] PERCENTILES = {0.5, 0.95, 0.99};

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
  private final Kindred kindred;

  private record Key(String method, String route, int status) {}

  public Figures(Kindred kindred) {
    this.kindred = kindred;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    gauge("kindred.products", "products in the index", Vitals::products);
    gauge("kindred.changes", "number of the last change in the store", Vitals::sequence);
    gauge("kindred.index.lag", "changes that are stored and cannot be found yet", Vitals::behind);
    Remeasured recall = new Remeasured(kindred::recall, System::nanoTime);
    Gauge.builder("kindred.index.recall", recall, Remeasured::value)
        .strongReference(true)
        .description("share of the nearest products by factor that the index finds")
        .register(registry);
    gauge("kindred.generation", "number of the generation that serves", Vitals::generation);
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

  private void gauge(String name, String description, ToDoubleFunction<Vitals> value) {
    Gauge.builder(name, kindred, k -> value.applyAsDouble(k.vitals()))
        .description(description)
        .register(registry);
  }
}
