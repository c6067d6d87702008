package dev.kindred.api.route;

import dev.kindred.api.route.Route.Body;
import dev.kindred.api.route.Route.Reply;
import dev.kindred.indexer.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes routes as an OpenAPI 3.1 document. */
public final class OpenApi {
  private static final String PROBLEM = "application/problem+json";
  private static final String JSON = "application/json";

  private OpenApi() {}

  /** The whole document. */
  public static ObjectNode document(List<Route> routes) {
    ObjectNode document = Json.mapper().createObjectNode();
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Kindred")
        .put("version", "1")
        .put(
            "description",
            "Product search and recommendations. Answers are JSON, problems RFC 9457.");
    ArrayNode tags = document.putArray("tags");
    routes.stream().map(Route::subject).distinct().forEach(s -> tags.addObject().put("name", s));
    ObjectNode paths = document.putObject("paths");
    for (Route route : routes) {
      ObjectNode path =
          paths.get(route.path()) instanceof ObjectNode there
              ? there
              : paths.putObject(route.path());
      describe(route, path.putObject(route.method().name().toLowerCase(Locale.ROOT)));
    }
    ObjectNode components = document.putObject("components");
    components.set("schemas", Schemas.all());
    ObjectNode key = components.putObject("securitySchemes").putObject("key");
    key.put("type", "apiKey").put("in", "header").put("name", "X-API-Key");
    return document;
  }

  private static void describe(Route route, ObjectNode operation) {
    operation.put("summary", route.summary()).put("operationId", operationId(route));
    operation.putArray("tags").add(route.subject());
    ArrayNode security = operation.putArray("security");
    if (route.access() != Access.OPEN) {
      security.addObject();
      security.addObject().putArray("key");
    }
    ArrayNode parameters = operation.putArray("parameters");
    for (String name : route.pathParameters()) {
      ObjectNode parameter = parameters.addObject();
      parameter.put("name", name).put("in", "path").put("required", true);
      parameter.putObject("schema").put("type", "string");
    }
    for (Parameter parameter : route.query()) {
      ObjectNode described = parameters.addObject();
      described.put("name", parameter.name()).put("in", "query");
      described.put("description", parameter.meaning());
      if (parameter.kind() == Parameter.Kind.TEXTS) {
        described.put("style", "form").put("explode", false);
      }
      schema(parameter, described.putObject("schema"));
    }
    route.body().ifPresent(body -> describe(body, operation.putObject("requestBody")));
    ObjectNode responses = operation.putObject("responses");
    for (Reply reply : route.replies()) {
      ObjectNode response = responses.putObject("" + reply.status());
      response.put("description", reply.meaning());
      reply.schema().ifPresent(name -> reference(response, JSON, name));
    }
    ObjectNode problem = responses.putObject("default");
    problem.put("description", "what is wrong, where, and what would be right");
    reference(problem, PROBLEM, "Problem");
  }

  private static void describe(Body body, ObjectNode request) {
    request.put("required", true);
    switch (body) {
      case Body.Form form ->
          form.contentTypes().forEach(type -> reference(request, type, form.schema()));
      case Body.Fields fields -> {
        ObjectNode schema =
            request.putObject("content").putObject(JSON).putObject("schema").put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        for (Parameter field : fields.fields()) {
          schema(field, properties.putObject(field.name()).put("description", field.meaning()));
        }
      }
    }
  }

  private static void reference(ObjectNode parent, String contentType, String schema) {
    ObjectNode content =
        parent.get("content") instanceof ObjectNode there ? there : parent.putObject("content");
    content
        .putObject(contentType)
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + schema);
  }

  private static void schema(Parameter parameter, ObjectNode schema) {
    schema.put("type", parameter.kind().schemaType());
    if (parameter.kind() == Parameter.Kind.TEXTS) {
      schema.putObject("items").put("type", "string");
    }
    if (!parameter.choices().isEmpty()) {
      ArrayNode choices = schema.putArray("enum");
      parameter.choices().forEach(choices::add);
    }
  }

  /** {@code getProductsIdSimilar}: unique because method and path are. */
  private static String operationId(Route route) {
    StringBuilder id = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
    Stream.of(route.path().split("[^A-Za-z0-9]+"))
        .filter(word -> !word.isEmpty() && !word.equals("v1"))
        .forEach(word ->
            id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1)));
    return id.toString();
  }
}
