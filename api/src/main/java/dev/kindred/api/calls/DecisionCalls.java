package dev.kindred.api.calls;

import dev.kindred.api.http.JsonArguments;
import dev.kindred.api.http.JsonReply;
import dev.kindred.api.http.Problem;
import dev.kindred.api.http.Problem.Kind;
import dev.kindred.api.http.RefusedException;
import dev.kindred.api.http.RequestBody;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Answer;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.SearchRequest;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.json.RuleJson;
import dev.kindred.indexer.json.SynonymJson;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.Document;
import dev.kindred.model.InvalidFieldException;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a shop decides by hand: rules and synonyms, read, replaced and taken away. */
public final class DecisionCalls {

  /**
   * A kind of decision.
   *
   * @param kind in the store
   * @param path below {@code /v1}, and name of the list in JSON
   * @param schema of one and of the list
   * @param id checks one and gives its id
   */
  private record Subject(
      String kind, String path, String schema, String listSchema, Function<JsonNode, String> id) {}

  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject("rule", "rules", "Rule", "Rules", json -> RuleJson.read(json).id()),
          new Subject(
              "synonyms", "synonyms", "Synonym", "Synonyms", json -> SynonymJson.read(json).id()));

  private final Kindred kindred;
  private final RequestBody body;
  private final Writing writing;

  public DecisionCalls(Kindred kindred, RequestBody body) {
    this.kindred = kindred;
    this.body = body;
    this.writing = new Writing(kindred, body);
  }

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Subject subject : SUBJECTS) {
      String all = "/v1/" + subject.path();
      String one = all + "/{id}";
      routes.add(
          Route.get(all)
              .about(subject.path(), "All " + subject.path())
              .gives(200, "all of them, by id", subject.listSchema())
              .by(r -> list(r, subject)));
      routes.add(
          Route.put(all)
              .about(subject.path(), "Puts these " + subject.path() + " in place of all")
              .form(subject.listSchema(), RequestBody.JSON)
              .gives(200, "they hold now", subject.listSchema())
              .by(r -> replace(r, subject)));
      routes.add(
          Route.delete(all)
              .about(subject.path(), "Takes all " + subject.path() + " away")
              .gives(200, "none is left", subject.listSchema())
              .by(r -> write(r, subject, List.of())));
      routes.add(
          Route.get(one)
              .about(subject.path(), "One of the " + subject.path())
              .gives(200, "as it was put", subject.schema())
              .by(r -> read(r, subject)));
      routes.add(
          Route.put(one)
              .about(subject.path(), "Adds or replaces one of the " + subject.path())
              .form(subject.schema(), RequestBody.JSON)
              .gives(200, "it was replaced, or was the same already", "Written")
              .gives(201, "it is new", "Written")
              .by(r -> put(r, subject)));
      routes.add(
          Route.delete(one)
              .about(subject.path(), "Takes one of the " + subject.path() + " away")
              .gives(200, "it is gone", "Written")
              .by(r -> delete(r, subject)));
    }
    routes.add(
        Route.post("/v1/preview")
            .about("rules", "What a search would answer if a rule or a synonym held")
            .form("Preview", RequestBody.JSON)
            .gives(200, "the answer; nothing has changed for others", "Answer")
            .by(this::preview));
    return routes;
  }

  private void preview(Context request) {
    JsonNode json = body.json(request);
    ObjectNode search = Json.mapper().createObjectNode();
    json.forEachEntry((name, value) -> {
      if (!name.equals("rule") && !name.equals("synonym")) {
        search.set(name, value);
      }
    });
    SearchRequest asked =
        RequestParameters.search(JsonArguments.of(search, RequestParameters.SEARCH));
    if (json.has("rule") == json.has("synonym")) {
      throw new InvalidFieldException("rule", "given, or synonym, one of them", json);
    }
    Answer answer =
        json.has("rule")
            ? kindred.preview(asked, RuleJson.read(json.get("rule")))
            : kindred.preview(asked, SynonymJson.read(json.get("synonym")));
    JsonReply.write(request, out -> AnswerJson.write(answer, asked.explain(), out));
  }

  private void list(Context request, Subject subject) {
    List<Document> documents = kindred.store().documents(subject.kind());
    Map<String, String> troubles =
        subject.kind().equals("rule") ? kindred.ruleTroubles() : Map.of();
    JsonReply.write(request, out -> write(subject, documents, troubles, out));
  }

  private static void write(
      Subject subject, List<Document> documents, Map<String, String> troubles, JsonGenerator out) {
    out.writeStartObject();
    out.writeArrayPropertyStart(subject.path());
    documents.forEach(d -> out.writeRawValue(d.json()));
    out.writeEndArray();
    if (!troubles.isEmpty()) {
      out.writeObjectPropertyStart("troubles");
      troubles.forEach(out::writeStringProperty);
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void read(Context request, Subject subject) {
    String id = request.pathParam("id");
    Document document =
        kindred.store().document(subject.kind(), id).orElseThrow(() -> unknown(subject, id));
    JsonReply.write(request, out -> out.writeRawValue(document.json()));
  }

  private void put(Context request, Subject subject) {
    String id = request.pathParam("id");
    JsonNode json = body.json(request);
    if (json instanceof ObjectNode object && !object.has("id")) {
      object.put("id", id);
    }
    String own = subject.id().apply(json);
    if (!own.equals(id)) {
      throw new InvalidFieldException("id", "the id in the path, " + id, own);
    }
    writing.one(request, id, new Change.PutDocument(subject.kind(), id, json.toString()), false);
  }

  private void delete(Context request, Subject subject) {
    String id = request.pathParam("id");
    if (kindred.store().document(subject.kind(), id).isEmpty()) {
      throw unknown(subject, id);
    }
    writing.one(request, id, new Change.DeleteDocument(subject.kind(), id), false);
  }

  private void replace(Context request, Subject subject) {
    JsonNode json = body.json(request);
    JsonNode list = json.isObject() && json.size() == 1 ? json.path(subject.path()) : json;
    if (!list.isArray()) {
      throw new InvalidFieldException(
          subject.path(), "a list, {\"" + subject.path() + "\":[...]}", json);
    }
    write(request, subject, list.valueStream().toList());
  }

  private void write(Context request, Subject subject, List<JsonNode> wanted) {
    Set<String> ids = new HashSet<>();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      String id = checked(subject, wanted.get(i), i);
      if (!ids.add(id)) {
        throw new InvalidFieldException(subject.path() + "[" + i + "].id", "used once", id);
      }
      changes.add(new Change.PutDocument(subject.kind(), id, wanted.get(i).toString()));
    }
    kindred.store().documents(subject.kind()).stream()
        .map(Document::id)
        .filter(id -> !ids.contains(id))
        .forEach(id -> changes.add(new Change.DeleteDocument(subject.kind(), id)));
    kindred.write(changes);
    list(request, subject);
  }

  /** The id of a valid decision; what is wrong with another says at which index it stands. */
  private static String checked(Subject subject, JsonNode json, int index) {
    try {
      return subject.id().apply(json);
    } catch (InvalidFieldException e) {
      throw new RefusedException(
          Problem.of(Kind.INVALID_FIELD, e).at(subject.path() + "[" + index + "]." + e.field()));
    }
  }

  private static RefusedException unknown(Subject subject, String id) {
    return new RefusedException(
        Problem.of(Kind.NOT_FOUND, "there is no " + id + " among the " + subject.path()));
  }
}
