package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The asking calls, and the form of their answers. */
class AnswersTest {
  private static Shop shop;

  @BeforeAll
  static void open(@TempDir Path directory) {
    shop = Shop.open(directory);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static JsonNode get(String path) {
    var response = shop.get(path);
    assertEquals(200, response.statusCode(), response.body());
    return Shop.json(response);
  }

  private static Set<String> ids(JsonNode answer) {
    Set<String> ids = new TreeSet<>();
    answer.get("hits").forEach(hit -> ids.add(hit.get("id").stringValue()));
    return ids;
  }

  @Test
  void searchFindsByWordsAndAnswersInTheContractsForm() {
    JsonNode answer = get("/v1/search?q=mug&facets=categories,attributes.colour");
    assertEquals(Set.of("m1", "m2", "m3"), ids(answer));
    assertEquals(3, answer.get("found").intValue());
    for (String field : List.of("query_id", "found", "hits", "facets", "took_ms", "generation")) {
      assertTrue(answer.has(field), field);
    }
    JsonNode hit = answer.get("hits").get(0);
    assertEquals(hit.get("id"), hit.get("product").get("id"));
    assertFalse(hit.has("why"), "why only with explain");
    boolean marked = false;
    for (JsonNode piece : hit.get("highlights").get("title")) {
      marked |= piece.get("match").booleanValue() && piece.get("text").stringValue().equals("mug");
    }
    assertTrue(marked, hit.toString());
    JsonNode colours = answer.get("facets").get("attributes.colour").get("values");
    assertEquals("red", colours.get(0).get("value").stringValue());
    assertEquals(2, colours.get(0).get("count").intValue());
  }

  @Test
  void bodyAndQueryStringAskTheSame() {
    JsonNode byQuery = get("/v1/search?q=heart&filter=price%20%3C%203&sort=-price&user=u1&limit=5");
    var response =
        shop.send(
            "POST",
            "/v1/search",
            Shop.JSON,
            "{\"q\":\"heart\",\"filter\":\"price < 3\",\"sort\":[\"-price\"],\"user\":\"u1\",\"limit\":5}");
    assertEquals(200, response.statusCode(), response.body());
    assertEquals(byQuery.get("hits"), Shop.json(response).get("hits"));
    assertEquals(List.of("c2", "c1"), orderedIds(byQuery));
  }

  private static List<String> orderedIds(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.get("hits").forEach(hit -> ids.add(hit.get("id").stringValue()));
    return ids;
  }

  @Test
  void cursorsLeadThroughEverythingOnce() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode answer = get("/v1/search?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      seen.addAll(orderedIds(answer));
      cursor = answer.has("cursor") ? answer.get("cursor").stringValue() : "";
    } while (!cursor.isEmpty());
    assertEquals(10, seen.size(), seen.toString());
    assertEquals(10, Set.copyOf(seen).size(), seen.toString());
  }

  @Test
  void facetsOfSeveralChoicesAndRanges() {
    String filter = "&filter=attributes.colour%20%3D%20%22red%22";
    JsonNode facets =
        get("/v1/search?q=mug&facets=attributes.colour&ranges=price:3:6" + filter).get("facets");
    JsonNode colour = facets.get("attributes.colour");
    assertEquals(1, colour.get("values").size());
    assertEquals(2, colour.get("found").intValue());
    assertEquals(3, facets.get("price").get("ranges").size());
    assertEquals(3, facets.get("price").get("ranges").get(0).get("to").intValue());
    assertFalse(facets.get("price").get("ranges").get(0).has("from"));
    assertEquals(2, facets.get("price").get("count").intValue());
    JsonNode more =
        get("/v1/search?q=mug&facets=attributes.colour&multi_select=attributes.colour" + filter);
    assertEquals(2, more.get("found").intValue());
    assertEquals(3, more.get("facets").get("attributes.colour").get("found").intValue());
    assertTrue(more.get("facets").get("attributes.colour").get("values").size() > 1);
  }

  @Test
  void reasonsAddUpToTheScore() {
    for (String path :
        List.of("/v1/search?q=red&user=u2&explain=true", "/v1/recommend?user=u1&explain=true")) {
      for (JsonNode hit : get(path).get("hits")) {
        double sum = 0;
        for (JsonNode reason : hit.get("why")) {
          sum += reason.get("value").doubleValue();
        }
        assertEquals(hit.get("score").doubleValue(), sum, 1e-6, hit.toString());
      }
    }
  }

  @Test
  void recommendationsLeaveOutWhatWasBoughtAndKeepTheFilter() {
    Set<String> ids = ids(get("/v1/recommend?user=u1&filter=categories%20%3D%20%22Home%22"));
    assertTrue(ids.contains("c3"), ids.toString());
    assertFalse(ids.contains("c1"), ids.toString());
    assertFalse(ids.contains("m1"), ids.toString());
    JsonNode basket =
        Shop.json(
            shop.send(
                "POST", "/v1/recommend", Shop.JSON, "{\"items\":[\"c1\"],\"not_items\":[\"m1\"]}"));
    assertFalse(ids(basket).contains("c1"), basket.toString());
  }

  @Test
  void nobodyGetsWhatIsTrending() {
    assertFalse(get("/v1/recommend").get("hits").isEmpty());
    assertFalse(get("/v1/trending?limit=3").get("hits").isEmpty());
  }

  @Test
  void relatedProductsOfAnIdWithSlashesAndSpaces() {
    assertFalse(ids(get("/v1/products/c1/similar")).contains("c1"));
    get("/v1/products/c1/bought-together?limit=2");
    get("/v1/products/w%2F1%20%2Bx/similar");
    assertEquals(
        "Strange & <b>bold</b> wrap", get("/v1/products/w%2F1%20%2Bx").get("title").stringValue());
  }

  @Test
  void suggestionsAndPeople() {
    JsonNode suggestions = get("/v1/suggest?q=vin").get("suggestions");
    assertFalse(suggestions.isEmpty());
    JsonNode users = get("/v1/users?limit=2").get("users");
    assertEquals(2, users.size());
    assertEquals("u1", users.get(0).get("id").stringValue());
    assertEquals(3, users.get(0).get("events").intValue());
    JsonNode profile = get("/v1/users/u1");
    assertEquals(3, profile.get("events").get("purchase").intValue());
  }
}
