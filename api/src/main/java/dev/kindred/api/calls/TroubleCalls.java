package dev.kindred.api.calls;

import dev.kindred.api.http.Arguments;
import dev.kindred.api.http.JsonReply;
import dev.kindred.api.http.QueryArguments;
import dev.kindred.api.route.Parameter;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Kindred;
import dev.kindred.indexer.ingest.Rejected;
import dev.kindred.indexer.ingest.RejectedImport;
import io.javalin.http.Context;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What of the shop's data could not be used so far: rejected lines, events without a product. */
public final class TroubleCalls {
  private static final int MOST = 1_000;
  private static final int USUAL_IMPORTS = 10;
  private static final int USUAL_LINES = 20;
  private static final List<Parameter> OF_REJECTS =
      List.of(
          Parameter.whole("limit", "imports, newest first, 1 to 1,000; 10 if not given"),
          Parameter.whole("lines", "rejected lines of each, 0 to 1,000; 20 if not given"));
  private static final List<Parameter> OF_UNKNOWN =
      List.of(Parameter.whole("limit", "products, 1 to 1,000; 20 if not given"));

  private final Kindred kindred;

  public TroubleCalls(Kindred kindred) {
    this.kindred = kindred;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/v1/rejects")
            .about("admin", "What imports rejected, by line, field and reason")
            .query(OF_REJECTS)
            .gives(200, "imports with rejected lines", "Rejects")
            .by(this::rejects),
        Route.get("/v1/unknown-products")
            .about("admin", "Products that events name and that are not there; takes a moment")
            .query(OF_UNKNOWN)
            .gives(200, "ids, those with most events first", "UnknownProducts")
            .by(this::unknownProducts));
  }

  private void rejects(Context request) {
    Arguments given = QueryArguments.of(request, OF_REJECTS);
    int imports = Limits.within(given, "limit", USUAL_IMPORTS, 1, MOST);
    int lines = Limits.within(given, "lines", USUAL_LINES, 0, MOST);
    List<RejectedImport> rejected = kindred.rejectedImports(imports, lines);
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeArrayPropertyStart("imports");
          rejected.forEach(r -> write(r, out));
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private static void write(RejectedImport rejected, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("file", rejected.file());
    out.writeStringProperty("source", rejected.source());
    out.writeStringProperty("time", rejected.time().toString());
    out.writeNumberProperty("rejected", rejected.count());
    out.writeArrayPropertyStart("because");
    rejected
        .because()
        .forEach((reason, count) -> {
          out.writeStartObject();
          out.writeStringProperty("reason", reason);
          out.writeNumberProperty("count", count);
          out.writeEndObject();
        });
    out.writeEndArray();
    out.writeArrayPropertyStart("lines");
    rejected.first().forEach(line -> write(line, out));
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void write(Rejected line, JsonGenerator out) {
    out.writeStartObject();
    out.writeNumberProperty("line", line.line());
    line.field().ifPresent(field -> out.writeStringProperty("field", field));
    out.writeStringProperty("reason", line.reason());
    out.writeEndObject();
  }

  private void unknownProducts(Context request) {
    Arguments given = QueryArguments.of(request, OF_UNKNOWN);
    int limit = Limits.within(given, "limit", USUAL_LINES, 1, MOST);
    var products = kindred.store().unknownProducts(limit);
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeArrayPropertyStart("products");
          products.forEach(product -> {
            out.writeStartObject();
            out.writeStringProperty("id", product.id());
            out.writeNumberProperty("events", product.events());
            out.writeEndObject();
          });
          out.writeEndArray();
          out.writeEndObject();
        });
  }
}
