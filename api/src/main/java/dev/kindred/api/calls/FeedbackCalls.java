package dev.kindred.api.calls;

import dev.kindred.api.http.QueryArguments;
import dev.kindred.api.http.RequestBody;
import dev.kindred.api.route.Access;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Kindred;
import dev.kindred.indexer.json.EventJson;
import dev.kindred.indexer.json.ReviewJson;
import dev.kindred.indexer.store.Change;
import dev.kindred.model.Event;
import dev.kindred.model.Review;
import io.javalin.http.Context;
import java.util.List;

/** What people do and say: events and reviews. */
public final class FeedbackCalls {
  private static final Writing.Kept<Event> EVENTS =
      new Writing.Kept<>(EventJson::read, Event::id, Change.AddEvent::new);
  private static final Writing.Kept<Review> REVIEWS =
      new Writing.Kept<>(ReviewJson::read, Review::id, Change.PutReview::new);

  private final Writing writing;

  public FeedbackCalls(Kindred kindred, RequestBody body) {
    this.writing = new Writing(kindred, body);
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/v1/events")
            .about("events", "Adds events: one, an array, or one per line; the same id counts once")
            .openTo(Access.PUBLIC)
            .query(Writing.PARAMETERS)
            .form("Events", RequestBody.JSON, RequestBody.LINES)
            .gives(200, "what became of each", "Written")
            .gives(201, "one new event", "Written")
            .gives(207, "some were refused; the results say which and why", "Written")
            .by(r -> writing.many(r, EVENTS, refresh(r))),
        Route.post("/v1/reviews")
            .about("reviews", "Adds or replaces reviews: one, an array, or one per line")
            .query(Writing.PARAMETERS)
            .form("Reviews", RequestBody.JSON, RequestBody.LINES)
            .gives(200, "what became of each", "Written")
            .gives(201, "one new review", "Written")
            .gives(207, "some were refused; the results say which and why", "Written")
            .by(r -> writing.many(r, REVIEWS, refresh(r))));
  }

  private static boolean refresh(Context request) {
    return QueryArguments.of(request, Writing.PARAMETERS).flag("refresh", false);
  }
}
