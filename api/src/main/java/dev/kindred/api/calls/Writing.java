package dev.kindred.api.calls;

import dev.kindred.api.http.Bulk;
import dev.kindred.api.http.Bulk.Entry;
import dev.kindred.api.http.Bulk.Form;
import dev.kindred.api.http.JsonReply;
import dev.kindred.api.http.Problem;
import dev.kindred.api.http.Problem.Kind;
import dev.kindred.api.http.RefusedException;
import dev.kindred.api.http.RequestBody;
import dev.kindred.api.route.Parameter;
import dev.kindred.engine.Kindred;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.Outcome;
import dev.kindred.indexer.store.StoreException;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Writes to the store on behalf of requests. An answer that says a change was accepted is given
 * only after the store has it on disk.
 */
final class Writing {
  static final List<Parameter> PARAMETERS =
      List.of(Parameter.flag("refresh", "whether to wait until the change can be found"));

  private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

  /** Changes in one transaction: large enough for speed, small enough for the others' turn. */
  private static final int CHANGES_AT_ONCE = 1_000;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Kindred kindred;
  private final RequestBody body;

  Writing(Kindred kindred, RequestBody body) {
    this.kindred = kindred;
    this.body = body;
  }

  /** What a record of one kind becomes in the store. */
  record Kept<T>(Function<JsonNode, T> read, Function<T, String> id, Function<T, Change> change) {}

  /** Writes one change and answers with what became of it. */
  void one(Context request, String id, Change change, boolean refresh) {
    Outcome outcome = kindred.write(List.of(change)).getFirst();
    if (outcome.kind() == Outcome.Kind.NOT_FOUND) {
      throw new RefusedException(Problem.of(Kind.NOT_FOUND, "there is no " + id));
    }
    boolean visible = refresh && awaitVisible(outcome.sequence());
    request.status(status(outcome));
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          writeOutcome(id, outcome, out);
          if (refresh) {
            out.writeBooleanProperty("visible", visible);
          }
          out.writeEndObject();
        });
  }

  /** Writes the records of a body: one, an array, or one per line. */
  <T> void many(Context request, Kept<T> kind, boolean refresh) {
    Bulk<T> bulk = Bulk.read(request, body, kind.read());
    if (bulk.form() == Form.ONE) {
      T only = bulk.entries().getFirst().value().orElseThrow();
      one(request, kind.id().apply(only), kind.change().apply(only), refresh);
      return;
    }
    List<Line> lines = new ArrayList<>(bulk.entries().size());
    List<Entry<T>> entries = bulk.entries();
    for (int from = 0; from < entries.size(); from += CHANGES_AT_ONCE) {
      lines.addAll(
          write(kind, entries.subList(from, Math.min(from + CHANGES_AT_ONCE, entries.size()))));
    }
    answer(request, bulk.form(), lines, refresh);
  }

  /** What became of one record of many. */
  private record Line(
      int place, Optional<String> id, Optional<Outcome> outcome, Optional<Problem> problem) {}

  private <T> List<Line> write(Kept<T> kind, List<Entry<T>> entries) {
    List<Change> changes = new ArrayList<>();
    entries.forEach(e -> e.value().map(kind.change()).ifPresent(changes::add));
    List<Outcome> outcomes = List.of();
    Optional<Problem> failure = Optional.empty();
    try {
      outcomes = changes.isEmpty() ? List.of() : kindred.write(changes);
    } catch (StoreException e) {
      LOG.error("{} changes could not be stored", changes.size(), e);
      failure = Optional.of(Problem.of(Kind.STORAGE_FAILED, "the store could not be written"));
    }
    List<Line> lines = new ArrayList<>(entries.size());
    int next = 0;
    for (Entry<T> entry : entries) {
      Optional<Outcome> outcome =
          entry.value().isPresent() && failure.isEmpty()
              ? Optional.of(outcomes.get(next++))
              : Optional.empty();
      Optional<Problem> problem = entry.problem().isPresent() ? entry.problem() : failure;
      lines.add(new Line(entry.place(), entry.value().map(kind.id()), outcome, problem));
    }
    return lines;
  }

  private void answer(Context request, Form form, List<Line> lines, boolean refresh) {
    long last =
        lines.stream()
            .flatMap(l -> l.outcome().stream())
            .mapToLong(Outcome::sequence)
            .max()
            .orElse(0);
    long accepted = lines.stream().filter(l -> l.outcome().isPresent()).count();
    boolean visible = refresh && awaitVisible(last);
    request.status(accepted == lines.size() ? 200 : 207);
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeNumberProperty("accepted", accepted);
          out.writeNumberProperty("rejected", lines.size() - accepted);
          out.writeNumberProperty("sequence", last);
          if (refresh) {
            out.writeBooleanProperty("visible", visible);
          }
          out.writeArrayPropertyStart("results");
          for (Line line : lines) {
            out.writeStartObject();
            out.writeNumberProperty(form == Form.LINES ? "line" : "index", line.place());
            line.outcome().ifPresent(o -> writeOutcome(line.id().orElseThrow(), o, out));
            line.problem().ifPresent(p -> p.withoutLine().writeFields(out));
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private static void writeOutcome(String id, Outcome outcome, JsonGenerator out) {
    out.writeStringProperty("id", id);
    out.writeNumberProperty("status", status(outcome));
    out.writeStringProperty("result", outcome.kind().name().toLowerCase(Locale.ROOT));
    out.writeNumberProperty("sequence", outcome.sequence());
  }

  private static int status(Outcome outcome) {
    return outcome.kind() == Outcome.Kind.CREATED ? 201 : 200;
  }

  private boolean awaitVisible(long sequence) {
    return kindred.awaitVisible(sequence, PATIENCE);
  }
}
