package dev.kindred.api.calls;

import dev.kindred.api.http.Arguments;
import dev.kindred.api.http.JsonReply;
import dev.kindred.api.http.QueryArguments;
import dev.kindred.api.route.Parameter;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.Status;
import dev.kindred.indexer.store.QueryFigures;
import dev.kindred.indexer.store.QueryFigures.QueryFigure;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** For whoever runs the shop: what is searched for with what success, and what is held. */
public final class QueryCalls {
  private static final int USUAL_DAYS = 7;
  private static final int MOST_DAYS = 365;
  private static final int USUAL_LIMIT = 20;
  private static final int MOST = 1_000;
  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.whole("days", "how far back, 1 to 365; 7 if not given"),
          Parameter.whole("limit", "queries of each kind, 1 to 1,000; 20 if not given"));

  private final Kindred kindred;
  private final InstantSource clock;

  public QueryCalls(Kindred kindred, InstantSource clock) {
    this.kindred = kindred;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/v1/queries")
            .about("admin", "What was searched for, and what came of it by the events")
            .query(PARAMETERS)
            .gives(200, "figures of the last searches, 100,000 at most", "Queries")
            .by(this::queries),
        Route.get("/v1/status")
            .about("admin", "What is held, and what waits for its product; takes a moment")
            .gives(200, "counts", "Status")
            .by(this::status));
  }

  private void queries(Context request) {
    Arguments given = QueryArguments.of(request, PARAMETERS);
    int days = Limits.within(given, "days", USUAL_DAYS, 1, MOST_DAYS);
    int limit = Limits.within(given, "limit", USUAL_LIMIT, 1, MOST);
    Instant since = clock.instant().minus(Duration.ofDays(days));
    QueryFigures figures = kindred.store().queryFigures(since, limit);
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeStringProperty("since", since.toString());
          out.writeName("all");
          write(figures.all(), out);
          write("most", figures.most(), out);
          write("empty", figures.empty(), out);
          out.writeArrayPropertyStart("clicks");
          figures
              .clicks()
              .forEach((position, count) -> {
                out.writeStartObject();
                out.writeNumberProperty("position", position);
                out.writeNumberProperty("count", count);
                out.writeEndObject();
              });
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private static void write(String name, List<QueryFigure> figures, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    figures.forEach(figure -> write(figure, out));
    out.writeEndArray();
  }

  private static void write(QueryFigure figure, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("query", figure.query());
    out.writeNumberProperty("searches", figure.searches());
    out.writeNumberProperty("found", figure.found());
    out.writeNumberProperty("without_results", figure.withoutResults());
    out.writeNumberProperty("clicked", figure.clicked());
    out.writeNumberProperty("converted", figure.converted());
    figure.position().ifPresent(p -> out.writeNumberProperty("mean_position", p));
    out.writeEndObject();
  }

  private void status(Context request) {
    Status status = kindred.status();
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeNumberProperty("products", status.counts().products());
          out.writeObjectPropertyStart("events");
          status.counts().events().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .forEach(e -> out.writeNumberProperty(e.getKey().label(), e.getValue()));
          out.writeEndObject();
          out.writeNumberProperty("reviews", status.counts().reviews());
          out.writeNumberProperty("users", status.counts().users());
          out.writeNumberProperty("sessions", status.counts().sessions());
          out.writeNumberProperty("unknown_products", status.counts().unknownProducts());
          out.writeNumberProperty(
              "events_of_unknown_products", status.counts().eventsOfUnknownProducts());
          out.writeNumberProperty("bytes", status.bytes());
          out.writeArrayPropertyStart("troubles");
          kindred.generationTrouble().ifPresent(out::writeString);
          out.writeEndArray();
          out.writeEndObject();
        });
  }
}
