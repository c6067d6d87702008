package dev.kindred.api.calls;

import dev.kindred.api.http.JsonArguments;
import dev.kindred.api.http.JsonReply;
import dev.kindred.api.http.Problem;
import dev.kindred.api.http.Problem.Kind;
import dev.kindred.api.http.RefusedException;
import dev.kindred.api.http.RequestBody;
import dev.kindred.api.route.Parameter;
import dev.kindred.api.route.Route;
import dev.kindred.engine.DataDirectoryException;
import dev.kindred.engine.Kindred;
import dev.kindred.indexer.generation.TrainingReport;
import dev.kindred.indexer.store.GenerationRecord;
import io.javalin.http.Context;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Running the shop: training, generations, backup. */
public final class AdminCalls {
  private static final List<Parameter> BACKUP =
      List.of(
          Parameter.text(
              "directory", "absolute path on the server's machine, new or empty, for the copy"));

  private final Kindred kindred;
  private final RequestBody body;
  private final Training training;

  public AdminCalls(Kindred kindred, RequestBody body, InstantSource clock) {
    this.kindred = kindred;
    this.body = body;
    this.training = new Training(kindred, clock);
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/v1/train")
            .about("admin", "Trains a new generation in the background, one at a time")
            .gives(202, "it runs; GET /v1/generations says how far it is", "Training")
            .by(this::train),
        Route.get("/v1/generations")
            .about("admin", "The trained states that are kept, and the training that runs")
            .gives(200, "generations by number", "Generations")
            .by(this::generations),
        Route.post("/v1/generations/{n}/activate")
            .about("admin", "Serves another generation")
            .gives(200, "it serves", "Activated")
            .by(this::activate),
        Route.post("/v1/backup")
            .about("admin", "Writes a consistent copy of the data directory while serving")
            .fields(BACKUP)
            .gives(200, "the copy is whole", "Backup")
            .by(this::backup));
  }

  private void train(Context request) {
    if (!training.begin()) {
      throw new RefusedException(
          Problem.of(Kind.CONFLICT, "a training is running")
              .hinting("GET /v1/generations says how far it is"));
    }
    request.status(202).header("Location", "/v1/generations");
    JsonReply.write(request, out -> training.last().ifPresent(run -> write(run, out)));
  }

  private void generations(Context request) {
    List<GenerationRecord> generations = kindred.store().generations();
    int serving = kindred.store().activeGeneration().map(GenerationRecord::number).orElse(0);
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeNumberProperty("serving", serving);
          out.writeArrayPropertyStart("generations");
          generations.forEach(g -> write(g, out));
          out.writeEndArray();
          training
              .last()
              .ifPresent(run -> {
                out.writeName("training");
                write(run, out);
              });
          out.writeEndObject();
        });
  }

  private void activate(Context request) {
    String text = request.pathParam("n");
    int number = number(text).orElseThrow(() -> unknown(text));
    if (kindred.store().generations().stream().noneMatch(g -> g.number() == number)) {
      throw unknown(text);
    }
    try {
      kindred.activate(number);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          Problem.of(Kind.CONFLICT, "generation " + number + " cannot serve")
              .hinting("GET /v1/generations lists those that can"));
    }
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeNumberProperty("serving", number);
          out.writeEndObject();
        });
  }

  private void backup(Context request) {
    String given =
        JsonArguments.of(body.json(request), BACKUP)
            .text("directory")
            .orElseThrow(() -> refused("directory must be given"));
    Path directory;
    try {
      directory = Path.of(given);
    } catch (InvalidPathException e) {
      throw refused("directory must be a path");
    }
    if (!directory.isAbsolute()) {
      throw refused("directory must be an absolute path, got " + given);
    }
    try {
      kindred.backup(directory);
    } catch (DataDirectoryException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeStringProperty("directory", directory.toString());
          out.writeEndObject();
        });
  }

  private static Optional<Integer> number(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static RefusedException unknown(String generation) {
    return new RefusedException(
        Problem.of(Kind.NOT_FOUND, "there is no generation " + generation)
            .hinting("GET /v1/generations lists them"));
  }

  private static RefusedException refused(String detail) {
    return new RefusedException(Problem.of(Kind.INVALID_FIELD, detail).at("directory"));
  }

  private static void write(GenerationRecord generation, JsonGenerator out) {
    out.writeStartObject();
    out.writeNumberProperty("number", generation.number());
    out.writeStringProperty("state", generation.state().name().toLowerCase(Locale.ROOT));
    out.writeStringProperty("created_at", generation.createdAt().toString());
    if (!generation.figures().isEmpty()) {
      out.writeName("figures");
      out.writeRawValue(generation.figures());
    }
    out.writeEndObject();
  }

  private static void write(Training.Run run, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("state", run.state().name().toLowerCase(Locale.ROOT));
    out.writeStringProperty("started_at", run.startedAt().toString());
    out.writeStringProperty("step", run.step());
    out.writeNumberProperty("done", run.done());
    run.report().ifPresent(report -> write(report, out));
    out.writeEndObject();
  }

  private static void write(TrainingReport report, JsonGenerator out) {
    out.writeNumberProperty("generation", report.generation());
    out.writeBooleanProperty("activated", report.activated());
    out.writeNumberProperty("people", report.people());
    out.writeNumberProperty("items", report.items());
    out.writeNumberProperty("interactions", report.interactions());
    out.writeNumberProperty("seconds", report.seconds());
    out.writeObjectPropertyStart("figures");
    report.figures().forEach((name, value) -> out.writeNumberProperty(name, value));
    out.writeEndObject();
  }
}
