package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Each kind of bad input gets a message that says what and where, and nothing else is affected. */
class BadRequestsTest {
  private static Shop shop;
  private static long sequence;

  @BeforeAll
  static void open(@TempDir Path directory) {
    shop = Shop.open(directory);
    sequence = shop.kindred.store().sequence();
  }

  @AfterAll
  static void close() {
    assertEquals(sequence, shop.kindred.store().sequence(), "a refused request wrote something");
    shop.close();
  }

  private static JsonNode problem(HttpResponse<String> response, int status) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    JsonNode problem = Shop.json(response);
    assertEquals(status, problem.get("status").intValue());
    for (String internal : new String[] {"Exception", "dev.kindred", "java.", ".java:"}) {
      assertFalse(response.body().contains(internal), response.body());
    }
    return problem;
  }

  private static void says(JsonNode problem, String type, String field, String words) {
    assertEquals("/docs#" + type, problem.get("type").stringValue(), problem.toString());
    if (!field.isEmpty()) {
      assertEquals(field, problem.path("field").asString(), problem.toString());
    }
    String text = problem.get("detail").stringValue() + " " + problem.path("hint").asString("");
    assertTrue(text.contains(words), problem.toString());
  }

  @Test
  void theLongestCursorsFitIntoAnAddress() {
    String cursor = "s" + "A".repeat(14_000);
    says(
        problem(shop.get("/v1/search?cursor=" + cursor), 400),
        "invalid-parameter",
        "cursor",
        "an earlier answer gave");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /v1/search?limit=-1                        | 400 | invalid-parameter | limit    | from 0 to 1000, got -1
          /v1/search?limit=1001                      | 400 | invalid-parameter | limit    | got 1001
          /v1/search?limit=ten                       | 400 | invalid-parameter | limit    | a whole number, got ten
          /v1/search?limit=99999999999               | 400 | invalid-parameter | limit    | a whole number
          /v1/search?limit=1&limit=2                 | 400 | invalid-parameter | limit    | given once
          /v1/search?limt=3                          | 400 | unknown-parameter | limt     | did you mean "limit"
          /v1/search?zzzzzz=3                        | 400 | unknown-parameter | zzzzzz   | known are q, user
          /v1/search?explain=yes                     | 400 | invalid-parameter | explain  | true or false, got yes
          /v1/search?mode=hibrid                     | 400 | invalid-parameter | mode     | did you mean hybrid
          /v1/search?language=klingon                | 400 | invalid-parameter | language | one of ar, de, en, es, fr, it, ja, ko, nl, pl, pt, ru, zh, got klingon
          /v1/search?cursor=abc                      | 400 | invalid-parameter | cursor   | an earlier answer gave
          /v1/search?facets=colr                     | 400 | unknown-field     | colr     | no product has a field
          /v1/search?facets=price&facet_limit=0      | 400 | invalid-parameter | facet_limit | from 1 to 1000
          /v1/search?ranges=price:9:2                | 400 | invalid-parameter | ranges   | price: edges must be numbers that ascend
          /v1/search?ranges=title                    | 400 | unknown-field     | title    | holds text, which has no ranges
          /v1/search?facets=price&multi_select=brand | 400 | invalid-parameter | multi_select | add brand to facets
          /v1/search?sort=nothing                    | 400 | unknown-field     | nothing  | nothing
          /v1/search?filter=price%20%3C%3C%203       | 400 | filter-syntax     | filter   | position 8
          /v1/search?filter=price%20%3C              | 400 | filter-syntax     | filter   | a value
          /v1/search?filter=prise%20%3C%203          | 400 | unknown-field     | prise    | prise
          /v1/search?user=%00                        | 400 | invalid-field     | user     | control characters
          /v1/recommend?diversity=2                  | 400 | invalid-parameter | ''       | from 0 to 1, got 2.0
          /v1/recommend?diversity=NaN                | 400 | invalid-parameter | diversity | a number, got NaN
          /v1/suggest?limit=0                        | 400 | invalid-parameter | limit    | from 1 to 100
          /v1/users?limit=0                          | 400 | invalid-parameter | limit    | from 1 to 1000
          /v1/users/nobody-known                     | 404 | not-found         | ''       | nothing is known of a user nobody-known
          /v1/products/none                          | 404 | unknown-product   | ''       | no product none
          /v1/products/none/similar                  | 404 | unknown-product   | ''       | no product none
          /v1/products/none/bought-together          | 404 | unknown-product   | ''       | no product none
          /v1/rules/none                             | 404 | not-found         | ''       | no none among the rules
          /v1/nothing                                | 404 | not-found         | ''       | nothing at /v1/nothing
          """)
  void questions(String path, int status, String type, String field, String words) {
    says(problem(shop.get(path), status), type, field, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          POST  | /v1/search   | {"q":1}                                    | 400 | invalid-field  | q     | a text in quotes
          POST  | /v1/search   | {"limit":"3"}                              | 400 | invalid-field  | limit | a whole number
          POST  | /v1/search   | {"limit":3.5}                              | 400 | invalid-field  | limit | a whole number
          POST  | /v1/search   | {"items":"a"}                              | 400 | invalid-field  | items | a list of texts
          POST  | /v1/search   | {"explain":"true"}                         | 400 | invalid-field  | explain | true or false
          POST  | /v1/search   | {"querry":"a"}                             | 400 | unknown-field  | querry | known are q
          POST  | /v1/search   | [1]                                        | 400 | invalid-field  | body  | a JSON object
          POST  | /v1/search   | {"q":"a"} x                                | 400 | malformed-json | ~~    | line 1, column 11
          POST  | /v1/search   | ~~                                         | 400 | malformed-json | ~~    | nothing there
          POST  | /v1/products | {"id":"p","title":"T","price":-3}          | 400 | invalid-field  | price | got -3
          POST  | /v1/products | {"id":"p","title":"T","price":NaN}         | 400 | invalid-field  | price | got NaN
          POST  | /v1/products | {"id":"p","title":"T","price":"3"}         | 400 | invalid-field  | price | a number
          POST  | /v1/products | {"id":"p","title":"T","price":1e999}       | 400 | invalid-field  | price | a number
          POST  | /v1/products | {"id":"p","title":"T\\u0007"}              | 400 | invalid-field  | title | control characters
          POST  | /v1/products | {"id":"p","title":"T","titel":"x"}         | 400 | unknown-field  | titel | did you mean "title"
          POST  | /v1/products | {"id":"p","title":"T","id":"q"}            | 400 | malformed-json | ~~    | id
          POST  | /v1/products | {"id":"p"}                                 | 400 | invalid-field  | title | given
          POST  | /v1/products | {"title":"T"}                              | 400 | invalid-field  | id    | given
          POST  | /v1/products | 7                                          | 400 | invalid-field  | product | a JSON object
          POST  | /v1/products?refrsh=true | {"id":"p","title":"T"}         | 400 | unknown-parameter | refrsh | refresh
          PUT   | /v1/products/p | {"id":"q","title":"T"}                   | 400 | invalid-field  | id    | the id in the path, p
          PATCH | /v1/products/m1 | {"price":-1}                            | 400 | invalid-field  | price | got -1
          PATCH | /v1/products/m1 | {"title":null}                          | 400 | invalid-field  | title | given
          PATCH | /v1/products/m1 | [1]                                     | 400 | invalid-field  | patch | a JSON object
          PATCH | /v1/products/none | {"price":1}                           | 404 | unknown-product | ~~   | no product none
          POST  | /v1/events   | {"type":"buy","user":"u","product":"m1","time":"2026-01-02T08:26:00Z"} | 400 | invalid-field | type | view, click
          POST  | /v1/events   | {"type":"view","user":"u","product":"m1","time":"2026-02-30T08:26:00Z"} | 400 | invalid-field | time | that exists
          POST  | /v1/events   | {"type":"view","user":"u","product":"m1"}  | 400 | invalid-field  | time  | given
          POST  | /v1/events   | {"type":"view","product":"m1","time":"2026-01-02T08:26:00Z"} | 400 | invalid-field | user | no session
          POST  | /v1/events   | {"type":"view","user":"u","product":"m1","time":"2026-01-02T08:26:00Z","position":0} | 400 | invalid-field | position | >= 1
          POST  | /v1/reviews  | {"product":"m1","stars":6}                 | 400 | invalid-field  | stars | 0 to 5
          PUT   | /v1/rules/r  | {"when":{"query":"a"}}                     | 400 | invalid-field  | rule  | pin, hide
          PUT   | /v1/rules/r  | {"when":{},"hide":{"products":["a"]}}      | 400 | invalid-field  | when  | one of query
          PUT   | /v1/rules/r  | {"when":{"always":true},"hide":{"filter":"a <"}} | 400 | invalid-field | hide.filter | can be read
          PUT   | /v1/rules/r  | {"when":{"always":true},"pins":[]}         | 400 | unknown-field  | pins  | did you mean "pin"
          PUT   | /v1/rules    | {"rules":[{"id":"a","when":{"always":true}}]} | 400 | invalid-field | rules[0].rule | pin, hide
          PUT   | /v1/rules    | {"rules":3}                                | 400 | invalid-field  | rules | a list
          PUT   | /v1/synonyms/s | {"synonyms":["one"]}                     | 400 | invalid-field  | synonyms | 2 to
          POST  | /v1/generations/99/activate | {}                          | 404 | not-found      | ~~    | no generation 99
          POST  | /v1/generations/x/activate  | {}                          | 404 | not-found      | ~~    | no generation x
          POST  | /v1/backup   | {"directory":"relative"}                   | 400 | invalid-field  | directory | absolute
          POST  | /v1/backup   | {}                                         | 400 | invalid-field  | directory | given
          """)
  void bodies(
      String method,
      String path,
      String body,
      int status,
      String type,
      String field,
      String words) {
    String sent = body == null ? "" : body;
    String named = field == null ? "" : field;
    says(problem(shop.send(method, path, Shop.JSON, sent), status), type, named, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/plain                        | unsupported-content | text/plain is not read here
          application/x-www-form-urlencoded | unsupported-content | send the header Content-Type
          """)
  void otherTypes(String sent, String type, String words) {
    var response = shop.send("POST", "/v1/products", sent, "{\"id\":\"p\",\"title\":\"T\"}");
    says(problem(response, 415), type, "Content-Type", words);
  }

  @ParameterizedTest
  @CsvSource({"DELETE,/v1/search", "PUT,/v1/events", "POST,/v1/trending", "PATCH,/v1/users/u1"})
  void otherMethods(String method, String path) {
    var response = shop.send(method, path, Shop.JSON, "{}");
    says(problem(response, 405), "method-not-allowed", "", "does not take " + method);
    assertTrue(response.headers().firstValue("Allow").isPresent());
  }

  @Test
  void brokenUtf8NamesItsPlace() {
    byte[] body = "{\"id\":\"p\",\"title\":\"A?\"}".getBytes(StandardCharsets.UTF_8);
    body[20] = (byte) 0xff;
    var response =
        shop.send(
            shop.request("/v1/products")
                .POST(BodyPublishers.ofByteArray(body))
                .header("Content-Type", Shop.JSON));
    says(problem(response, 400), "malformed-json", "", "line 1, column");
  }

  @Test
  void titlesOfAMegabyteAndBodiesOverTheLimit() {
    String title = "{\"id\":\"p\",\"title\":\"" + "x".repeat(900_000) + "\"}";
    var longTitle = shop.send("POST", "/v1/products", Shop.JSON, title);
    says(problem(longTitle, 400), "invalid-field", "title", "at most 2000 characters");
    assertTrue(longTitle.body().length() < 1_000, "the answer repeats the title");
    String body = "{\"q\":\"" + "x".repeat(1 << 20) + "\"}";
    says(
        problem(shop.send("POST", "/v1/search", Shop.JSON, body), 413), "too-large", "", "1048576");
    String query = "/v1/search?q=" + "x".repeat(2_001);
    says(problem(shop.get(query), 400), "invalid-parameter", "", "at most 2000 characters");
  }
}
