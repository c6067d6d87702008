package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.generation.TrainingProgress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is written, and what becomes of it. */
class WritingTest {
  private static Shop shop;

  @BeforeAll
  static void open(@TempDir Path directory) {
    shop = Shop.open(directory);
    shop.kindred.train(TrainingProgress.SILENT);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static JsonNode sent(int status, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    return Shop.json(response);
  }

  private static long found(String q) {
    return sent(200, shop.get("/v1/search?q=" + q)).get("found").longValue();
  }

  @Test
  void aProductFromPutToDelete() {
    String path = "/v1/products/p-78";
    String first =
        "{\"title\":\"Gramophone\",\"attributes\":{\"watt\":40,\"loud\":true},\"price\":2.550}";
    JsonNode created = sent(201, shop.send("PUT", path + "?refresh=true", Shop.JSON, first));
    assertTrue(created.get("visible").booleanValue());
    assertEquals(1, found("gramophone"));
    assertEquals(
        "unchanged",
        sent(200, shop.send("PUT", path, Shop.JSON, first)).get("result").stringValue());
    String patch = "{\"title\":\"Phonograph\",\"price\":null,\"attributes\":{\"watt\":50}}";
    sent(200, shop.send("PATCH", path + "?refresh=true", "application/merge-patch+json", patch));
    assertEquals(0, found("gramophone"));
    assertEquals(1, found("phonograph"));
    JsonNode now = sent(200, shop.get(path));
    assertFalse(now.has("price"), now.toString());
    assertEquals("{\"watt\":50,\"loud\":true}", now.get("attributes").toString());
    sent(200, shop.send("DELETE", path + "?refresh=true"));
    assertEquals(0, found("phonograph"));
    assertEquals(404, shop.get(path).statusCode());
    assertEquals(404, shop.send("DELETE", path).statusCode());
  }

  @Test
  void anArrayAnswersByIndexAndABadOneStopsNobody() {
    String body =
        "[{\"id\":\"x1\",\"title\":\"Xylophone\"},{\"id\":\"x2\"},{\"id\":\"x3\",\"title\":\"Xylophone\"}]";
    JsonNode answer = sent(207, shop.send("POST", "/v1/products?refresh=true", Shop.JSON, body));
    assertEquals(2, answer.get("accepted").intValue());
    assertEquals(1, answer.get("rejected").intValue());
    JsonNode bad = answer.get("results").get(1);
    assertEquals(1, bad.get("index").intValue());
    assertEquals(400, bad.get("status").intValue());
    assertEquals("title", bad.get("field").stringValue());
    assertEquals(201, answer.get("results").get(2).get("status").intValue());
    assertEquals(2, found("xylophone"));
  }

  @Test
  void linesAnswerByTheirNumberWithOrWithoutTheirType() {
    String body =
        "{\"id\":\"y1\",\"title\":\"Yoyo\"}\n\n{\"id\":\"y2\",\"titel\":\"Yoyo\"}\r\n{broken\n{\"id\":\"y1\",\"title\":\"Yoyo two\"}";
    for (String type : new String[] {Shop.LINES, "application/jsonl", Shop.JSON}) {
      JsonNode results = sent(207, shop.send("POST", "/v1/products", type, body)).get("results");
      assertEquals(4, results.size());
      assertEquals(3, results.get(1).get("line").intValue());
      assertEquals("titel", results.get(1).get("field").stringValue());
      assertEquals(4, results.get(2).get("line").intValue());
      assertTrue(results.get(2).get("detail").stringValue().contains("line 4, column 2"));
      assertEquals("y1", results.get(3).get("id").stringValue());
    }
    assertEquals("Yoyo two", sent(200, shop.get("/v1/products/y1")).get("title").stringValue());
  }

  @Test
  void theSameEventCountsOnce() {
    String event =
        "{\"event_id\":\"once\",\"type\":\"view\",\"session\":\"s\",\"product\":\"unknown-yet\",\"time\":\"2026-01-02T08:26:00Z\"}";
    assertEquals(
        "created",
        sent(201, shop.send("POST", "/v1/events", Shop.JSON, event)).get("result").stringValue());
    assertEquals(
        "duplicate",
        sent(200, shop.send("POST", "/v1/events", Shop.JSON, event)).get("result").stringValue());
  }

  @Test
  void theNextRecommendationFollowsAnEvent() {
    String path = "/v1/recommend?session=fresh&limit=3";
    JsonNode before = sent(200, shop.get(path)).get("hits");
    String event =
        "{\"type\":\"click\",\"session\":\"fresh\",\"product\":\"b1\",\"time\":\"2026-01-02T08:26:00Z\"}";
    sent(201, shop.send("POST", "/v1/events", Shop.JSON, event));
    assertFalse(before.equals(sent(200, shop.get(path)).get("hits")));
  }

  @Test
  void aForgottenUserIsGone() {
    String event =
        "{\"type\":\"purchase\",\"user\":\"gone\",\"product\":\"b1\",\"time\":\"2026-01-02T08:26:00Z\"}";
    sent(201, shop.send("POST", "/v1/events", Shop.JSON, event));
    assertEquals(200, shop.get("/v1/users/gone").statusCode());
    sent(200, shop.send("DELETE", "/v1/users/gone"));
    assertEquals(404, shop.get("/v1/users/gone").statusCode());
    assertEquals(404, shop.send("DELETE", "/v1/users/gone").statusCode());
  }

  @Test
  void reviews() {
    String review = "{\"product\":\"m1\",\"user\":\"u1\",\"stars\":5,\"text\":\"Lovely\"}";
    sent(201, shop.send("POST", "/v1/reviews", Shop.JSON, review));
    assertEquals(1, shop.kindred.store().reviewsOf("m1", 10).size());
  }

  @Test
  void rulesAndSynonymsArePutReadReplacedAndTakenAway() {
    String rule =
        "{\"id\":\"r1\",\"when\":{\"query\":\"lamp\",\"match\":\"contains\"},\"pin\":[{\"product\":\"l1\",\"position\":1}],"
            + "\"bury\":{\"filter\":\"price > 4\",\"by\":0.5},\"from\":\"2026-01-01T00:00:00Z\"}";
    sent(201, shop.send("PUT", "/v1/rules/r1", Shop.JSON, rule));
    assertEquals(rule, shop.get("/v1/rules/r1").body());
    String two =
        "{\"rules\":[{\"id\":\"r2\",\"when\":{\"always\":true},\"hide\":{\"products\":[\"m1\"]}}]}";
    assertEquals(two, sent(200, shop.send("PUT", "/v1/rules", Shop.JSON, two)).toString());
    assertEquals(404, shop.get("/v1/rules/r1").statusCode());
    sent(200, shop.send("DELETE", "/v1/rules/r2"));
    assertEquals("{\"rules\":[]}", shop.get("/v1/rules").body());
    String synonym = "{\"id\":\"s1\",\"synonyms\":[\"sofa\",\"couch\"]}";
    sent(201, shop.send("PUT", "/v1/synonyms/s1", Shop.JSON, synonym));
    assertEquals("{\"synonyms\":[" + synonym + "]}", shop.get("/v1/synonyms").body());
    assertEquals("{\"synonyms\":[]}", shop.send("DELETE", "/v1/synonyms").body());
  }
}
