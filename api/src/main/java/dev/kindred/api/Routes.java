package dev.kindred.api;

import dev.kindred.api.adapter.AlgoliaCalls;
import dev.kindred.api.adapter.UbiCalls;
import dev.kindred.api.calls.AdminCalls;
import dev.kindred.api.calls.DecisionCalls;
import dev.kindred.api.calls.DocumentCalls;
import dev.kindred.api.calls.FeedbackCalls;
import dev.kindred.api.calls.HealthCalls;
import dev.kindred.api.calls.PeopleCalls;
import dev.kindred.api.calls.ProductCalls;
import dev.kindred.api.calls.QueryCalls;
import dev.kindred.api.calls.QueryLog;
import dev.kindred.api.calls.RecommendCalls;
import dev.kindred.api.calls.SearchCalls;
import dev.kindred.api.calls.TroubleCalls;
import dev.kindred.api.http.Figures;
import dev.kindred.api.http.RequestBody;
import dev.kindred.api.route.Access;
import dev.kindred.api.route.OpenApi;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Kindred;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of all calls: what the server answers, and what the documentation says. */
final class Routes {
  private Routes() {}

  static List<Route> all(
      Kindred kindred, ApiSettings settings, Figures figures, QueryLog log, InstantSource clock) {
    RequestBody body = new RequestBody(settings.mostBodyBytes(), settings.mostBulkBytes());
    List<Route> routes = new ArrayList<>();
    routes.addAll(new SearchCalls(kindred, body, log).routes());
    routes.addAll(new RecommendCalls(kindred, body).routes());
    routes.addAll(new ProductCalls(kindred, body).routes());
    routes.addAll(new FeedbackCalls(kindred, body).routes());
    routes.addAll(new PeopleCalls(kindred, body).routes());
    routes.addAll(new DecisionCalls(kindred, body).routes());
    routes.addAll(new QueryCalls(kindred, clock).routes());
    routes.addAll(new TroubleCalls(kindred).routes());
    routes.addAll(new AdminCalls(kindred, body, clock).routes());
    routes.addAll(new AlgoliaCalls(kindred, body, log, clock).routes());
    routes.addAll(new UbiCalls(kindred, body).routes());
    routes.addAll(new HealthCalls(kindred, figures).routes());
    routes.addAll(new DocumentCalls(() -> openApi(routes)).routes());
    return routes;
  }

  /** The paths, each with what the least guarded of its calls needs. */
  static Map<String, Access> byPath(List<Route> routes) {
    Map<String, Access> paths = new LinkedHashMap<>();
    routes.forEach(r -> paths.merge(r.path(), r.access(), (a, b) -> a.compareTo(b) < 0 ? a : b));
    return paths;
  }

  /** The path of the route that answered, without its parameters' values. */
  static String template(Context request) {
    @Nullable Endpoint endpoint = request.endpoints().lastHttpEndpoint();
    return endpoint == null ? "other" : endpoint.path;
  }

  private static byte[] openApi(List<Route> routes) {
    return OpenApi.document(routes).toString().getBytes(StandardCharsets.UTF_8);
  }
}
