package dev.kindred.api.calls;

import dev.kindred.api.http.JsonReply;
import dev.kindred.api.http.Problem;
import dev.kindred.api.http.Problem.Kind;
import dev.kindred.api.http.QueryArguments;
import dev.kindred.api.http.RefusedException;
import dev.kindred.api.http.RequestBody;
import dev.kindred.api.route.Parameter;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.Profile;
import dev.kindred.engine.Profile.Liking;
import dev.kindred.indexer.store.Change;
import io.javalin.http.Context;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Known users: who there is, what their events say of them, and forgetting them. */
public final class PeopleCalls {
  private static final int USUAL_LIMIT = 20;
  private static final int MOST = 1_000;
  private static final List<Parameter> LIST =
      List.of(Parameter.whole("limit", "users, 1 to 1,000; 20 if not given"));

  private final Kindred kindred;
  private final Writing writing;

  public PeopleCalls(Kindred kindred, RequestBody body) {
    this.kindred = kindred;
    this.writing = new Writing(kindred, body);
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/v1/users")
            .about("users", "Known users, those with the most events first")
            .query(LIST)
            .gives(200, "users", "Users")
            .by(this::list),
        Route.get("/v1/users/{id}")
            .about("users", "What a user's events say about them, each statement with its evidence")
            .gives(200, "the profile", "Profile")
            .by(this::profile),
        Route.delete("/v1/users/{id}")
            .about("users", "Erases a user: events, reviews, and sessions that were theirs alone")
            .query(Writing.PARAMETERS)
            .gives(200, "nothing of them is left", "Written")
            .by(this::forget));
  }

  private void list(Context request) {
    int limit = Limits.within(QueryArguments.of(request, LIST), "limit", USUAL_LIMIT, 1, MOST);
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeArrayPropertyStart("users");
          kindred
              .store()
              .busiestUsers(limit)
              .forEach((user, events) -> {
                out.writeStartObject();
                out.writeStringProperty("id", user);
                out.writeNumberProperty("events", events);
                out.writeEndObject();
              });
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private void profile(Context request) {
    String id = request.pathParam("id");
    Profile profile = kindred.profile(id).orElseThrow(() -> unknown(id));
    JsonReply.write(request, out -> write(profile, out));
  }

  private void forget(Context request) {
    String id = request.pathParam("id");
    boolean refresh = QueryArguments.of(request, Writing.PARAMETERS).flag("refresh", false);
    writing.one(request, "user " + id, new Change.ForgetPerson(id), refresh);
  }

  private static RefusedException unknown(String id) {
    return new RefusedException(
        Problem.of(Kind.NOT_FOUND, "nothing is known of a user " + id)
            .hinting("a user is known from the first event on"));
  }

  private static void write(Profile profile, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("user", profile.user());
    out.writeObjectPropertyStart("events");
    profile.events().forEach((type, count) -> out.writeNumberProperty(type.label(), count));
    out.writeEndObject();
    out.writeStringProperty("first", profile.first().toString());
    out.writeStringProperty("last", profile.last().toString());
    write("brands", profile.brands(), out);
    write("categories", profile.categories(), out);
    profile
        .prices()
        .ifPresent(band -> {
          out.writeObjectPropertyStart("prices");
          out.writeNumberProperty("from", band.from());
          out.writeNumberProperty("to", band.to());
          if (!band.currency().isEmpty()) {
            out.writeStringProperty("currency", band.currency());
          }
          out.writeNumberProperty("count", band.count());
          out.writeEndObject();
        });
    write("aspects", profile.aspects(), out);
    out.writeArrayPropertyStart("recent");
    profile.recent().forEach(out::writeString);
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void write(String name, List<Liking> likings, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    for (Liking liking : likings) {
      out.writeStartObject();
      out.writeStringProperty("name", liking.name());
      out.writeNumberProperty("count", liking.count());
      out.writeArrayPropertyStart("because");
      liking.because().forEach(out::writeString);
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
