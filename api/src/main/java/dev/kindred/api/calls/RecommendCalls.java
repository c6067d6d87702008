package dev.kindred.api.calls;

import dev.kindred.api.http.Arguments;
import dev.kindred.api.http.JsonArguments;
import dev.kindred.api.http.JsonReply;
import dev.kindred.api.http.QueryArguments;
import dev.kindred.api.http.RequestBody;
import dev.kindred.api.route.Access;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Answer;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.RecommendRequest;
import dev.kindred.engine.RelatedRequest;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;

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
            .by(r -> recommend(r, QueryArguments.of(r, RequestParameters.RECOMMEND))),
        Route.post("/v1/recommend")
            .about("recommend", "The same with the parameters as a JSON object")
            .openTo(Access.PUBLIC)
            .fields(RequestParameters.RECOMMEND)
            .gives(200, "recommendations; for nobody known, what is trending", "Answer")
            .by(r -> recommend(r, JsonArguments.of(body.json(r), RequestParameters.RECOMMEND))),
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
            .by(r -> related(r, kindred::similar)),
        Route.get("/v1/products/{id}/bought-together")
            .about("recommend", "What is bought along with this product")
            .openTo(Access.PUBLIC)
            .query(RequestParameters.RELATED)
            .gives(200, "complements, strongest first", "Answer")
            .by(r -> related(r, kindred::boughtTogether)));
  }

  private void recommend(Context request, Arguments given) {
    RecommendRequest asked = RequestParameters.recommend(given);
    write(request, kindred.recommend(asked), asked.explain());
  }

  private void trending(Context request) {
    RecommendRequest asked =
        RequestParameters.recommend(QueryArguments.of(request, RequestParameters.RECOMMEND));
    write(request, kindred.trending(asked), asked.explain());
  }

  private void related(Context request, Function<RelatedRequest, Answer> question) {
    RelatedRequest asked =
        RequestParameters.related(
            request.pathParam("id"), QueryArguments.of(request, RequestParameters.RELATED));
    write(request, question.apply(asked), asked.explain());
  }

  private static void write(Context request, Answer answer, boolean explain) {
    JsonReply.write(request, out -> AnswerJson.write(answer, explain, out));
  }
}
