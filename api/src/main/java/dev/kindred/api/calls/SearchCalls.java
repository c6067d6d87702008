package dev.kindred.api.calls;

import dev.kindred.api.http.Arguments;
import dev.kindred.api.http.JsonArguments;
import dev.kindred.api.http.JsonReply;
import dev.kindred.api.http.QueryArguments;
import dev.kindred.api.http.RequestBody;
import dev.kindred.api.route.Access;
import dev.kindred.api.route.Parameter;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Answer;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.SearchRequest;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** What matches this query, for this person? And what may somebody be about to type? */
public final class SearchCalls {
  private static final int USUAL_COMPLETIONS = 8;
  private static final int MOST_COMPLETIONS = 100;

  private static final List<Parameter> SUGGEST =
      List.of(
          Parameter.text("q", "what has been typed so far"),
          Parameter.whole("limit", "completions, 1 to 100; 8 if not given"));

  private final Kindred kindred;
  private final RequestBody body;
  private final QueryLog log;

  /**
   * @param log hears of every search
   */
  public SearchCalls(Kindred kindred, RequestBody body, QueryLog log) {
    this.kindred = kindred;
    this.body = body;
    this.log = log;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/v1/search")
            .about("search", "Products that match a query, best for this person first")
            .openTo(Access.PUBLIC)
            .query(RequestParameters.SEARCH)
            .gives(200, "what was found", "Answer")
            .by(r -> search(r, QueryArguments.of(r, RequestParameters.SEARCH))),
        Route.post("/v1/search")
            .about("search", "The same with the parameters as a JSON object")
            .openTo(Access.PUBLIC)
            .fields(RequestParameters.SEARCH)
            .gives(200, "what was found", "Answer")
            .by(r -> search(r, JsonArguments.of(body.json(r), RequestParameters.SEARCH))),
        Route.get("/v1/suggest")
            .about("search", "Products, categories and brands that begin like what is typed")
            .openTo(Access.PUBLIC)
            .query(SUGGEST)
            .gives(200, "completions, best first", "Suggestions")
            .by(this::suggest));
  }

  private void search(Context request, Arguments given) {
    SearchRequest search = RequestParameters.search(given);
    Answer answer = kindred.search(search);
    if (isVisitors(search)) {
      log.asked(search.audience().person(), search.query(), answer);
    }
    JsonReply.write(request, out -> AnswerJson.write(answer, search.explain(), out));
  }

  /** Further pages are no new search, counting alone is none, and who asks why runs the shop. */
  private static boolean isVisitors(SearchRequest search) {
    return search.page().seen().size() == 0 && search.page().limit() > 0 && !search.explain();
  }

  private void suggest(Context request) {
    Arguments given = QueryArguments.of(request, SUGGEST);
    int limit = Limits.within(given, "limit", USUAL_COMPLETIONS, 1, MOST_COMPLETIONS);
    String typed = Limits.atMost(given.text("q").orElse(""), "q", 200);
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeArrayPropertyStart("suggestions");
          kindred
              .suggest(typed, limit)
              .forEach(c -> {
                out.writeStartObject();
                out.writeStringProperty("kind", c.kind().name().toLowerCase(Locale.ROOT));
                out.writeStringProperty("text", c.text());
                if (!c.id().isEmpty()) {
                  out.writeStringProperty("id", c.id());
                }
                out.writeEndObject();
              });
          out.writeEndArray();
          out.writeEndObject();
        });
  }
}
