package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Requests in the words of other products, answered in theirs. */
class AdaptersTest {
  private static Shop shop;

  @BeforeAll
  static void open(@TempDir Path directory) {
    shop = Shop.open(directory);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  /** As browsers' clients send it. */
  private static JsonNode post(int status, String path, String body) {
    var response = shop.send("POST", path, "text/plain", body);
    assertEquals(status, response.statusCode(), response.body());
    return Shop.json(response);
  }

  private static JsonNode query(String body) {
    return post(200, "/1/indexes/shop/query", body);
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.get("hits").forEach(hit -> ids.add(hit.get("objectID").stringValue()));
    return ids.stream().sorted().toList();
  }

  @Test
  void aQueryIsAnObjectOrAQueryString() {
    String object =
        "{\"params\":{\"query\":\"mug\",\"hitsPerPage\":2,\"page\":1,\"facets\":[\"colour\"]}}";
    String string = "{\"params\":\"query=mug&hitsPerPage=2&page=1&facets=%5B%22colour%22%5D\"}";
    JsonNode answer = query(object);
    assertEquals(ids(answer), ids(query(string)));
    assertEquals(1, answer.get("hits").size());
    assertEquals(3, answer.get("nbHits").intValue());
    assertEquals(2, answer.get("nbPages").intValue());
    assertEquals(1, answer.get("page").intValue());
    assertEquals(2, answer.get("facets").get("colour").get("red").intValue());
    assertTrue(answer.get("queryID").stringValue().startsWith("q-"));
  }

  @Test
  void pagesTogetherAreEverythingOnce() {
    List<String> all = new ArrayList<>();
    for (int page = 0; page < 4; page++) {
      all.addAll(ids(query("{\"hitsPerPage\":3,\"page\":%d}".formatted(page))));
    }
    assertEquals(10, all.size());
    assertEquals(10, all.stream().distinct().count());
    assertEquals(List.of(), ids(query("{\"hitsPerPage\":3,\"page\":400}")));
  }

  @Test
  void filtersOfEveryForm() {
    Map<String, List<String>> cases =
        Map.ofEntries(
            Map.entry("\"filters\":\"colour:red AND price < 2\"", List.of("m1", "w/1 +x")),
            Map.entry(
                "\"filters\":\"(colour:blue OR colour:'white') AND NOT objectID:c1\"",
                List.of("m2")),
            Map.entry("\"filters\":\"price:1 TO 2\"", List.of("m1", "m2")),
            Map.entry(
                "\"filters\":\"categories:\\\"Home > Candles\\\" AND price != 2.55\"",
                List.of("c2", "c3")),
            Map.entry(
                "\"facetFilters\":[\"colour:red\",[\"categories:Kitchen\",\"categories:Party\"],\"objectID:-b1\"]",
                List.of("m1", "m3", "w/1 +x")),
            Map.entry(
                "\"facetFilters\":\"categories.lvl0:Party\",\"numericFilters\":[\"price>=4\",[\"price=4.25\",\"price=4.95\"]]",
                List.of("b1", "b2")),
            Map.entry("\"params\":\"numericFilters=price%3E4.5\"", List.of("b1", "l1")));
    cases.forEach(
        (given, expected) -> assertEquals(expected, ids(query("{" + given + "}")), given));
  }

  @Test
  void whatCannotBeFollowedIsRefusedInWords() {
    Map<String, String> cases =
        Map.of(
            "\"filters\":\"colour:red AND\"", "expected an attribute, found the end (position 15)",
            "\"filters\":\"colour:red<score=2>\"",
                "expected AND, OR or the end, found '<' (position 11)",
            "\"filters\":\"price > cheap\"", "expected a number, found 'cheap'",
            "\"facetFilters\":[\"red\"]", "attribute:value",
            "\"aroundLatLng\":\"1,2\"", "aroundLatLng is not understood",
            "\"hitsPerPage\":5000", "hitsPerPage must be a whole number from 0 to 1000",
            "\"tagFilters\":[\"a\"]", "tagFilters must be empty",
            "\"querry\":\"mug\"", "did you mean query?");
    cases.forEach((given, expected) -> {
      JsonNode answer = post(400, "/1/indexes/shop/query", "{" + given + "}");
      assertEquals(400, answer.get("status").intValue());
      assertTrue(answer.get("message").stringValue().contains(expected), answer.toString());
    });
  }

  @Test
  void recordsAreFlatMarkedAndCut() {
    JsonNode hit =
        query(
                "{\"query\":\"red mug\",\"filters\":\"objectID:m3\",\"attributesToRetrieve\":[\"name\",\"colour\"],"
                    + "\"attributesToSnippet\":[\"title:2\"],\"highlightPreTag\":\"[\",\"highlightPostTag\":\"]\"}")
            .get("hits")
            .get(0);
    assertEquals("Vintage red mug", hit.get("name").stringValue());
    assertEquals("red", hit.get("colour").stringValue());
    assertFalse(hit.has("price"));
    JsonNode title = hit.get("_highlightResult").get("title");
    assertEquals("Vintage [red] [mug]", title.get("value").stringValue());
    assertEquals("full", title.get("matchLevel").stringValue());
    assertEquals("none", hit.get("_highlightResult").get("colour").get("matchLevel").stringValue());
    assertEquals("…[red] [mug]", hit.get("_snippetResult").get("title").get("value").stringValue());
  }

  @Test
  void severalQueriesFacetsByLevelAndOrderByTheIndexName() {
    JsonNode results =
        post(
                200,
                "/1/indexes/*/queries",
                "{\"requests\":[{\"indexName\":\"shop_price_desc\",\"query\":\"mug\"},"
                    + "{\"indexName\":\"shop\",\"params\":\"hitsPerPage=0&facets=categories.lvl0,price\"},"
                    + "{\"indexName\":\"shop\",\"type\":\"facet\",\"facet\":\"colour\",\"params\":\"facetQuery=re\"}]}")
            .get("results");
    assertEquals("m3", results.get(0).get("hits").get(0).get("objectID").stringValue());
    assertEquals(
        "{\"Home\":4,\"Kitchen\":3,\"Party\":3}",
        results.get(1).get("facets").get("categories.lvl0").toString());
    assertEquals(0.42, results.get(1).get("facets_stats").get("price").get("min").doubleValue());
    assertEquals(
        "[{\"value\":\"red\",\"highlighted\":\"<em>re</em>d\",\"count\":5}]",
        results.get(2).get("facetHits").toString());
  }

  @Test
  void facetsThatNoProductHasAreEmpty() {
    JsonNode answer = query("{\"query\":\"mug\",\"facets\":[\"brand\",\"no_such\",\"colour\"]}");
    assertEquals(3, answer.get("nbHits").intValue());
    assertTrue(answer.get("facets").has("colour"));
  }

  @Test
  void insightsBecomeEvents() {
    post(
        200,
        "/1/events",
        "{\"events\":["
            + "{\"eventType\":\"view\",\"eventName\":\"Seen\",\"userToken\":\"anonymous-1\",\"objectIDs\":[\"m1\"],\"timestamp\":1767340800000},"
            + "{\"eventType\":\"click\",\"eventName\":\"C\",\"userToken\":\"anonymous-1\",\"objectIDs\":[\"m1\",\"m2\"],\"positions\":[3,4],\"queryID\":\"q-1\"},"
            + "{\"eventType\":\"conversion\",\"eventName\":\"P\",\"eventSubtype\":\"purchase\",\"userToken\":\"anonymous-1\",\"objectIDs\":[\"c1\"],\"objectData\":[{\"price\":2.5,\"quantity\":2,\"queryID\":\"q-2\"}]},"
            + "{\"eventType\":\"click\",\"eventName\":\"Filter Applied\",\"userToken\":\"anonymous-1\",\"filters\":[\"a%3Ab\"]}]}");
    List<Event> events = shop.kindred.store().eventsOf(Person.session("anonymous-1"), 10);
    assertEquals(4, events.size(), events.toString());
    Event bought =
        events.stream().filter(e -> e.type() == EventType.PURCHASE).findFirst().orElseThrow();
    assertEquals(2, bought.quantity());
    assertEquals(5, bought.value().orElseThrow());
    assertEquals("q-2", bought.queryId().orElseThrow());
    assertEquals(
        List.of(3, 4),
        events.stream()
            .filter(e -> e.type() == EventType.CLICK)
            .map(e -> e.position().orElseThrow())
            .sorted()
            .toList());
    post(400, "/1/events", "{\"events\":[{\"eventType\":\"dance\",\"objectIDs\":[\"m1\"]}]}");
    post(400, "/1/events", "[]");
  }

  @Test
  void ubiEventsAndQueriesBecomeEvents() {
    var response =
        shop.send(
            "POST",
            "/ubi/events",
            Shop.JSON,
            "["
                + DocumentExample.of("adapters.md", "json", 0)
                + ",{\"action_name\":\"impression\",\"timestamp\":\"2026-01-02T08:26:00\",\"client_id\":\"c-1\",\"event_attributes\":{\"object\":{\"object_id\":\"m1\"}}}"
                + ",{\"action_name\":\"click\",\"timestamp\":\"soon\",\"client_id\":\"c-1\"}]");
    assertEquals(207, response.statusCode(), response.body());
    JsonNode answer = Shop.json(response);
    assertEquals(2, answer.get("accepted").intValue());
    assertEquals(1, answer.get("kept").intValue());
    assertEquals("timestamp", answer.get("rejected").get(0).get("field").stringValue());
    Event event = shop.kindred.store().eventsOf(Person.session("s-9"), 10).getFirst();
    assertEquals(EventType.CART, event.type());
    assertEquals("m1", event.product().orElseThrow());
    assertEquals(3, event.position().orElseThrow());
    assertEquals(
        200,
        shop.send(
                "POST",
                "/ubi/queries",
                Shop.JSON,
                "{\"user_query\":\"red mug\",\"query_id\":\"q-7\",\"client_id\":\"c-2\",\"timestamp\":\"2026-01-02T08:26:00+01:00\"}")
            .statusCode());
    Event asked = shop.kindred.store().eventsOf(Person.session("c-2"), 10).getFirst();
    assertEquals("red mug", asked.query().orElseThrow());
    assertEquals("2026-01-02T07:26:00Z", asked.time().toString());
  }

  @Test
  void pagesThatAreNotInvitedMayNotAsk() {
    var response =
        shop.send(
            shop.request("/1/indexes/shop/query")
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString("{}")));
    assertEquals(403, response.statusCode());
  }
}
