package dev.kindred.api.calls;

import dev.kindred.api.http.Figures;
import dev.kindred.api.http.JsonReply;
import dev.kindred.api.route.Access;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.Vitals;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;

/** For whoever runs the process: is it alive, is it ready, how does it do. */
public final class HealthCalls {
  /** Longer than the usual time between a write and its visibility, which is a second. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Kindred kindred;
  private final Figures figures;

  public HealthCalls(Kindred kindred, Figures figures) {
    this.kindred = kindred;
    this.figures = figures;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/health/live")
            .about("health", "Whether the process answers at all")
            .openTo(Access.OPEN)
            .gives(200, "it does", "Live")
            .by(HealthCalls::live),
        Route.get("/health/ready")
            .about("health", "Whether the index has caught up with the store")
            .openTo(Access.OPEN)
            .gives(200, "it has", "Ready")
            .gives(503, "it has not yet", "Ready")
            .by(this::ready),
        Route.get("/metrics")
            .about("health", "Figures in the text format of Prometheus")
            .gives(200, "figures")
            .by(r ->
                r.contentType("text/plain; version=0.0.4; charset=utf-8")
                    .result(figures.scrape())));
  }

  private static void live(Context request) {
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeStringProperty("status", "live");
          out.writeEndObject();
        });
  }

  private void ready(Context request) {
    Vitals vitals = kindred.vitals();
    boolean ready = kindred.awaitVisible(vitals.sequence(), PATIENCE);
    request.status(ready ? 200 : 503);
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeStringProperty("status", ready ? "ready" : "catching up");
          out.writeNumberProperty("products", vitals.products());
          out.writeNumberProperty("behind", ready ? 0 : vitals.behind());
          out.writeNumberProperty("generation", vitals.generation());
          out.writeEndObject();
        });
  }
}
