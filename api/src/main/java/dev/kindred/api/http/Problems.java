package dev.kindred.api.http;

import dev.kindred.api.http.Problem.Kind;
import dev.kindred.engine.UnknownProductException;
import dev.kindred.indexer.catalog.UnknownFieldException;
import dev.kindred.indexer.json.MalformedJsonException;
import dev.kindred.indexer.store.StoreException;
import dev.kindred.model.InvalidFieldException;
import dev.kindred.model.filter.FilterSyntaxException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns exceptions into problems. Those that the sender can mend are explained; of all others the
 * answer says only the request's id, and the log the rest.
 */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /** The problem behind an exception that the sender of a request can mend. */
  public static Optional<Problem> known(Throwable e) {
    return Optional.ofNullable(
        switch (e) {
          case RefusedException refused -> refused.problem();
          case FilterSyntaxException filter ->
              Problem.of(Kind.FILTER_SYNTAX, filter).at("filter").atPosition(filter.position());
          case InvalidFieldException field ->
              Problem.of(Kind.INVALID_FIELD, field)
                  .at(field.field())
                  .hinting(field.field() + " must be " + field.rule());
          case UnknownFieldException field ->
              Problem.of(Kind.UNKNOWN_FIELD, field).at(field.field());
          case dev.kindred.indexer.json.UnknownFieldException field ->
              Problem.of(Kind.UNKNOWN_FIELD, field).at(field.field());
          case MalformedJsonException json ->
              Problem.of(Kind.MALFORMED_JSON, json).inLine(json.line()).inColumn(json.column());
          case UnknownProductException product -> Problem.of(Kind.UNKNOWN_PRODUCT, product);
          default -> null;
        });
  }

  /** Answers a request that failed. */
  public static void answer(Context request, Throwable e) {
    Optional<Problem> known = known(e);
    if (known.isPresent()) {
      answer(request, known.get());
    } else if (e instanceof HttpResponseException http && http.getStatus() < 500) {
      answer(request, ofServer(request, http));
    } else {
      String id = RequestId.of(request);
      LOG.error("request {} failed: {} {}", id, request.method(), request.path(), e);
      answer(
          request,
          e instanceof StoreException
              ? Problem.of(
                  Kind.STORAGE_FAILED,
                  "the store could not be read or written; nothing of this request was kept."
                      + " The log says more under "
                      + id)
              : Problem.of(Kind.INTERNAL, "the log says more under " + id));
    }
  }

  /** Answers with a problem. */
  public static void answer(Context request, Problem problem) {
    request.status(problem.kind().status());
    JsonReply.write(
        request,
        "application/problem+json",
        out -> {
          out.writeStartObject();
          problem.writeFields(out);
          out.writeStringProperty("request_id", RequestId.of(request));
          out.writeEndObject();
        });
  }

  private static Problem ofServer(Context request, HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 ->
          Problem.of(Kind.NOT_FOUND, "there is nothing at " + request.path())
              .hinting("/docs lists all calls");
      case 405 -> {
        List<String> right =
            e instanceof MethodNotAllowedResponse
                ? e.getDetails().values().stream().sorted().toList()
                : List.of();
        String methods =
            right.stream()
                .flatMap(m -> List.of(m.split("[,\\s]+")).stream())
                .collect(Collectors.joining(", "));
        request.header("Allow", methods);
        yield Problem.of(
                Kind.METHOD_NOT_ALLOWED,
                request.path() + " does not take " + request.method().name())
            .hinting("it takes " + methods);
      }
      case 413 -> Problem.of(Kind.TOO_LARGE, "the body is too large");
      default -> Problem.of(Kind.BAD_REQUEST, "the request cannot be read");
    };
  }
}
