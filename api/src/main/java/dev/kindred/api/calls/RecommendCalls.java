package dev.kindred.api.calls;

import dev.kindred.api.http.JsonArguments;
import dev.kindred.api.http.JsonReply;
import dev.kindred.api.http.QueryArguments;
import dev.kindred.api.http.RequestBody;
import dev.kindred.api.route.Access;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Answer;
import dev.kindred.engine.Kindred;
import io.javalin.http.Context;
import java.util.List;

/** What should this person see? And what goes with this product? */
public final class RecommendCalls {
  private final Kindred kindred;
  private final RequestBody body;

  public RecommendCalls(Kindred kindred, RequestBody body) {
    this.kindred = kindred;
    this.body = body;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/v1/recommend")
            .about("recommend", "Products that a user, a session or a basket would want")
            .openTo(Access.PUBLIC)
            .query(RequestParameters.RECOMMEND)
            .gives(200, "recommendations; for nobody known, what is trending", "Answer")
            .by(r -> recommend(r, false)),
        Route.post("/v1/recommend")
            .about("recommend", "The same with the parameters as a JSON object")
            .openTo(Access.PUBLIC)
            .fields(RequestParameters.RECOMMEND)
            .gives(200, "recommendations; for nobody known, what is trending", "Answer")
            .by(r -> recommend(r, true)),
        Route.get("/v1/trending")
            .about("recommend", "What everybody wants lately")
            .openTo(Access.PUBLIC)
            .query(RequestParameters.RECOMMEND)
            .gives(200, "products, most wanted first", "Answer")
            .by(this::trending),
        Route.get("/v1/products/{id}/similar")
            .about("recommend", "What could be bought instead of this product")
            .openTo(Access.PUBLIC)
            .query(RequestParameters.RELATED)
            .gives(200, "substitutes, most similar first", "Answer")
            .by(this::similar),
        Route.get("/v1/products/{id}/bought-together")
            .about("recommend", "What is bought along with this product")
            .openTo(Access.PUBLIC)
            .query(RequestParameters.RELATED)
            .gives(200, "complements, strongest first", "Answer")
            .by(this::boughtTogether));
  }

  private void recommend(Context request, boolean inBody) {
    write(
        request,
        kindred.recommend(
            RequestParameters.recommend(
                inBody
                    ? JsonArguments.of(body.json(request), RequestParameters.RECOMMEND)
                    : QueryArguments.of(request, RequestParameters.RECOMMEND))));
  }

  private void trending(Context request) {
    QueryArguments given = QueryArguments.of(request, RequestParameters.RECOMMEND);
    write(request, kindred.trending(RequestParameters.recommend(given)));
  }

  private void similar(Context request) {
    QueryArguments given = QueryArguments.of(request, RequestParameters.RELATED);
    write(request, kindred.similar(RequestParameters.related(request.pathParam("id"), given)));
  }

  private void boughtTogether(Context request) {
    QueryArguments given = QueryArguments.of(request, RequestParameters.RELATED);
    write(
        request, kindred.boughtTogether(RequestParameters.related(request.pathParam("id"), given)));
  }

  private static void write(Context request, Answer answer) {
    JsonReply.write(request, out -> AnswerJson.write(answer, out));
  }
}
