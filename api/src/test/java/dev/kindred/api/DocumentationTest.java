package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.api.http.Problem;
import dev.kindred.api.route.Schemas;
import dev.kindred.indexer.json.EventJson;
import dev.kindred.indexer.json.ProductJson;
import dev.kindred.indexer.json.ReviewJson;
import dev.kindred.indexer.json.RuleJson;
import dev.kindred.indexer.json.SynonymJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the documentation says is what the server does. */
class DocumentationTest {

  /** Every call of the contract, as documented. */
  private static final Set<String> CALLS =
      Set.of(
          "get /v1/search",
          "post /v1/search",
          "get /v1/suggest",
          "get /v1/recommend",
          "post /v1/recommend",
          "get /v1/trending",
          "get /v1/products/{id}/reviews/summary",
          "get /v1/products/{id}/similar",
          "get /v1/products/{id}/bought-together",
          "post /v1/products",
          "get /v1/products/{id}",
          "put /v1/products/{id}",
          "patch /v1/products/{id}",
          "delete /v1/products/{id}",
          "post /v1/events",
          "post /v1/reviews",
          "get /v1/users",
          "get /v1/users/{id}",
          "delete /v1/users/{id}",
          "get /v1/rules",
          "put /v1/rules",
          "delete /v1/rules",
          "get /v1/rules/{id}",
          "put /v1/rules/{id}",
          "delete /v1/rules/{id}",
          "get /v1/synonyms",
          "put /v1/synonyms",
          "delete /v1/synonyms",
          "get /v1/synonyms/{id}",
          "put /v1/synonyms/{id}",
          "delete /v1/synonyms/{id}",
          "post /v1/preview",
          "get /v1/queries",
          "get /v1/status",
          "get /v1/rejects",
          "get /v1/unknown-products",
          "post /v1/train",
          "get /v1/generations",
          "post /v1/generations/{n}/activate",
          "post /v1/backup",
          "get /health/live",
          "get /health/ready",
          "get /metrics",
          "get /openapi.json",
          "get /docs",
          "get /widgets/kindred.js",
          "post /1/indexes/*/queries",
          "post /1/indexes/{index}/query",
          "post /1/indexes/{index}/facets/{facet}/query",
          "post /1/events",
          "post /ubi/events",
          "post /ubi/queries");

  @Test
  void everyDocumentedCallIsAnsweredAndTheDocumentIsWhole(@TempDir Path directory) {
    try (Shop shop = Shop.open(directory)) {
      JsonNode document = Shop.json(shop.get("/openapi.json"));
      assertEquals("3.1.0", document.get("openapi").stringValue());
      Set<String> calls = new TreeSet<>();
      Set<String> ids = new HashSet<>();
      for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
        for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
          calls.add(method.getKey() + " " + path.getKey());
          checkOperation(path.getKey(), method.getValue());
          assertTrue(ids.add(method.getValue().get("operationId").stringValue()));
        }
      }
      assertEquals(new TreeSet<>(CALLS), calls);
      Set<String> forms = new HashSet<>();
      document.get("components").get("schemas").propertyNames().forEach(forms::add);
      for (String reference : references(document)) {
        assertTrue(forms.contains(reference), "no schema " + reference);
      }
      calls.remove("post /v1/train");
      for (String call : calls) {
        int space = call.indexOf(' ');
        String path = call.substring(space + 1).replaceAll("\\{\\w+}", "none");
        var answer = shop.send(call.substring(0, space).toUpperCase(Locale.ROOT), path);
        assertFalse(answer.statusCode() == 405 || answer.statusCode() >= 500, call + answer.body());
        assertFalse(answer.body().contains("nothing at"), call);
      }
    }
  }

  private static void checkOperation(String path, JsonNode operation) {
    assertFalse(operation.get("summary").stringValue().isEmpty(), path);
    assertTrue(operation.get("responses").has("default"), path);
    assertTrue(operation.get("responses").size() > 1, path);
    Set<String> inPath = new TreeSet<>();
    for (JsonNode parameter : operation.get("parameters")) {
      assertTrue(parameter.get("schema").has("type"), path);
      if (parameter.get("in").stringValue().equals("path")) {
        inPath.add("{" + parameter.get("name").stringValue() + "}");
      }
    }
    for (String part : path.split("/")) {
      assertEquals(part.startsWith("{"), inPath.contains(part), path);
    }
  }

  private static List<String> references(JsonNode node) {
    List<String> references = new ArrayList<>();
    node.findValues("$ref")
        .forEach(r -> references.add(r.stringValue().replace("#/components/schemas/", "")));
    assertFalse(references.isEmpty());
    return references;
  }

  @Test
  void schemasNameTheFieldsThatAreRead() {
    JsonNode schemas = Schemas.all();
    Map.of(
            "Product", ProductJson.FIELDS,
            "Event", EventJson.FIELDS,
            "Review", ReviewJson.FIELDS,
            "Rule", RuleJson.FIELDS,
            "Synonym", SynonymJson.FIELDS)
        .forEach((name, fields) ->
            assertEquals(
                new TreeSet<>(fields),
                new TreeSet<>(schemas.get(name).get("properties").propertyNames()),
                name));
  }

  @Test
  void thePageExplainsEveryKindOfProblem(@TempDir Path directory) {
    try (Shop shop = Shop.open(directory)) {
      String page = shop.get("/docs").body();
      for (Problem.Kind kind : Problem.Kind.values()) {
        assertTrue(page.contains("id=\"" + kind.label() + "\""), kind.label());
      }
    }
  }
}
