package dev.kindred.api.adapter;

import dev.kindred.api.http.Bulk;
import dev.kindred.api.http.Bulk.Entry;
import dev.kindred.api.http.Bulk.Form;
import dev.kindred.api.http.JsonReply;
import dev.kindred.api.http.RequestBody;
import dev.kindred.api.route.Access;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Kindred;
import dev.kindred.indexer.store.Change;
import dev.kindred.model.Event;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Takes what clients of User Behavior Insights (UBI) 1.3 send. */
public final class UbiCalls {
  private final Kindred kindred;
  private final RequestBody body;

  public UbiCalls(Kindred kindred, RequestBody body) {
    this.kindred = kindred;
    this.body = body;
  }

  public List<Route> routes() {
    return List.of(
        route("/ubi/events", "What people did, as UBI 1.3 says it")
            .by(r -> take(r, UbiEvents::event)),
        route("/ubi/queries", "What people asked, as UBI 1.3 says it")
            .by(r -> take(r, UbiEvents::query)));
  }

  private static Route.Builder route(String path, String summary) {
    return Route.post(path)
        .about("UBI", summary)
        .openTo(Access.PUBLIC)
        .form("Ubi", RequestBody.JSON, RequestBody.LINES)
        .gives(200, "what became of them", "UbiTaken")
        .gives(207, "some were refused", "UbiTaken");
  }

  private void take(Context request, Function<JsonNode, Optional<Event>> reader) {
    Bulk<Optional<Event>> bulk = Bulk.read(request, body, reader);
    List<Change> changes =
        bulk.entries().stream()
            .flatMap(entry -> entry.value().stream())
            .flatMap(Optional::stream)
            .map(event -> (Change) new Change.AddEvent(event))
            .toList();
    if (!changes.isEmpty()) {
      kindred.write(changes);
    }
    List<Entry<Optional<Event>>> wrong =
        bulk.entries().stream().filter(entry -> entry.problem().isPresent()).toList();
    request.status(wrong.isEmpty() ? 200 : 207);
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeNumberProperty("accepted", bulk.entries().size() - wrong.size());
          out.writeNumberProperty("kept", changes.size());
          out.writeArrayPropertyStart("rejected");
          for (Entry<Optional<Event>> entry : wrong) {
            out.writeStartObject();
            out.writeNumberProperty(bulk.form() == Form.LINES ? "line" : "index", entry.place());
            entry.problem().orElseThrow().withoutLine().writeFields(out);
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }
}
