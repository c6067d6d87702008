package dev.kindred.api.adapter;

import dev.kindred.api.http.JsonReply;
import dev.kindred.api.http.Problem;
import dev.kindred.api.http.Problem.Kind;
import dev.kindred.api.http.Problems;
import dev.kindred.api.route.Call;
import dev.kindred.indexer.json.Json;
import io.javalin.http.Context;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call whose answers, also those that say what is wrong, have the form that Algolia's clients
 * read: {@code {"message", "status"}}.
 */
record AlgoliaCall(Function<Context, ObjectNode> work) implements Call {
  /** What clients are told by Algolia itself, without or with a wrong key. */
  private static final String WRONG_KEY = "Invalid Application-ID or API key";

  private static final int FORBIDDEN = 403;

  @Override
  public void answer(Context request) {
    ObjectNode answer = work.apply(request);
    JsonReply.write(request, out -> out.writeTree(answer));
  }

  /** Says what the sender can mend; all else becomes a problem as with other calls. */
  @Override
  public void fail(Context request, RuntimeException failure) {
    Problem problem = Problems.known(failure).orElseThrow(() -> failure);
    boolean wrongKey = problem.kind() == Kind.KEY_NEEDED;
    int status = wrongKey ? FORBIDDEN : problem.kind().status();
    String message =
        wrongKey ? WRONG_KEY : problem.detail() + problem.hint().map(h -> "; " + h).orElse("");
    ObjectNode answer = Json.mapper().createObjectNode();
    answer.put("message", message).put("status", status);
    request.status(status);
    JsonReply.write(request, out -> out.writeTree(answer));
  }
}
