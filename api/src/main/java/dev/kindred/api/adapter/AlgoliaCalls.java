package dev.kindred.api.adapter;

import dev.kindred.api.calls.QueryLog;
import dev.kindred.api.http.RequestBody;
import dev.kindred.api.route.Access;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Answer;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.SearchRequest;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.UnknownFieldException;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.store.Change;
import dev.kindred.model.Event;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls that {@code algoliasearch}, InstantSearch and {@code search-insights} make. */
public final class AlgoliaCalls {
  private static final int MOST_QUERIES = 50;
  private static final int FACET_VALUES = 1_000;

  private final Kindred kindred;
  private final RequestBody body;
  private final QueryLog log;
  private final InstantSource clock;

  /**
   * @param log hears of every search
   */
  public AlgoliaCalls(Kindred kindred, RequestBody body, QueryLog log, InstantSource clock) {
    this.kindred = kindred;
    this.body = body;
    this.log = log;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        route("/1/indexes/*/queries", "Several searches in one request, as InstantSearch asks them")
            .by(new AlgoliaCall(request -> queries(body.jsonOfAnyType(request)))),
        route("/1/indexes/{index}/query", "One search")
            .by(
                new AlgoliaCall(
                    request -> query(request.pathParam("index"), body.jsonOfAnyType(request)))),
        route("/1/indexes/{index}/facets/{facet}/query", "Values of a facet that begin like this")
            .by(
                new AlgoliaCall(request ->
                    values(
                        request.pathParam("index"),
                        request.pathParam("facet"),
                        body.jsonOfAnyType(request)))),
        route("/1/events", "Views, clicks and conversions, as search-insights sends them")
            .by(new AlgoliaCall(request -> events(body.jsonOfAnyType(request)))));
  }

  private static Route.Builder route(String path, String summary) {
    return Route.post(path)
        .about("InstantSearch", summary)
        .openTo(Access.PUBLIC)
        .form("Algolia", RequestBody.JSON)
        .gives(200, "the answer in Algolia's form", "Algolia");
  }

  private ObjectNode queries(JsonNode given) {
    JsonNode requests = given.path("requests");
    if (!requests.isArray() || requests.size() > MOST_QUERIES) {
      throw AlgoliaParams.wrong("requests", "a list of at most " + MOST_QUERIES + " queries");
    }
    ObjectNode answer = Json.mapper().createObjectNode();
    ArrayNode results = answer.putArray("results");
    for (JsonNode request : requests) {
      String index = request.path("indexName").asString("");
      results.add(
          request.path("type").asString("").equals("facet")
              ? values(index, request.path("facet").asString(""), request)
              : query(index, request));
    }
    return answer;
  }

  private ObjectNode query(String index, JsonNode given) {
    AlgoliaQuery query = AlgoliaQuery.of(index, AlgoliaParams.of(given));
    Answer answer = search(query.request());
    if (query.from() == 0 && query.size() > 0) {
      log.asked(query.person(), query.words(), answer);
    }
    return AlgoliaAnswer.of(query, answer);
  }

  private ObjectNode values(String index, String attribute, JsonNode given) {
    AlgoliaQuery query = AlgoliaQuery.of(index, AlgoliaParams.of(given));
    FacetRequest facet = new FacetRequest(AlgoliaFields.field(attribute), FACET_VALUES);
    Answer answer = search(query.request().counting(List.of(facet)));
    return AlgoliaAnswer.values(query, attribute, answer);
  }

  /** A page may name facets that no product has yet: these are left out, as Algolia does. */
  private Answer search(SearchRequest request) {
    try {
      return kindred.search(request);
    } catch (UnknownFieldException e) {
      List<FacetRequest> known =
          request.facets().stream().filter(f -> !f.field().equals(e.field())).toList();
      if (known.size() == request.facets().size()) {
        throw e;
      }
      return search(request.counting(known));
    }
  }

  private ObjectNode events(JsonNode given) {
    List<Change> changes = new ArrayList<>();
    for (Event event : AlgoliaEvents.read(given, clock.instant())) {
      changes.add(new Change.AddEvent(event));
    }
    if (!changes.isEmpty()) {
      kindred.write(changes);
    }
    return Json.mapper().createObjectNode().put("status", 200).put("message", "OK");
  }
}
