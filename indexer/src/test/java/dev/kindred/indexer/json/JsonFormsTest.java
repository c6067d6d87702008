package dev.kindred.indexer.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kindred.model.AttributeValue;
import dev.kindred.model.Event;
import dev.kindred.model.InvalidFieldException;
import dev.kindred.model.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormsTest {
  private static final String LANTERN =
      """
      {"id":"85123A","title":"White lantern","description":"Glass & metal","brand":"Acme",\
      "categories":["Home > Candles","Gifts"],"price":2.550,"currency":"GBP","in_stock":false,\
      "image":"https://x/y.jpg","url":"https://x/y","variant_of":"85123","rating":4.6,\
      "review_count":12,"created_at":"2026-01-02T00:00:00Z",\
      "attributes":{"watt":40,"long":0.10000000000000000000001,"big":1E+30,"waterproof":true,\
      "colours":["black","red",[1,2]],"size":{"w":3,"h":4.0,"unit":{"name":"cm"}},"":"no"}}\
      """;

  @Test
  void aProductComesBackExactly() {
    String json = LANTERN.replace(",\"\":\"no\"", "");
    assertEquals(json, ProductJson.write(ProductJson.read(json)));
    Product product = ProductJson.read(json);
    assertEquals(
        new AttributeValue.Numeric(new BigDecimal("0.10000000000000000000001")),
        product.attributes().get("long"));
    assertEquals(
        List.of("watt", "long", "big", "waterproof", "colours", "size"),
        List.copyOf(product.attributes().keySet()));
  }

  @Test
  void onlyIdAndTitleAreNeededAndNullIsAbsent() {
    Product product =
        ProductJson.read(
            "{\"id\":\"1\",\"title\":\"T\",\"variant_of\":null,\"price\":null,\"brand\":\"\","
                + "\"attributes\":{\"a\":null,\"b\":[null,1]}}");
    assertEquals(
        "{\"id\":\"1\",\"title\":\"T\",\"in_stock\":true,\"attributes\":{\"b\":[1]}}",
        ProductJson.write(product));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\":\"1\"}|title must be given, got nothing",
        "{\"id\":1,\"title\":\"T\"}|id must be a text in quotes, got 1",
        "{\"id\":\"\",\"title\":\"T\"}|id must be an id of 1 to 512 characters, got nothing",
        "{\"id\":\"1\",\"title\":[\"T\"]}|title must be a text in quotes, got [\"T\"]",
        "{\"id\":\"1\",\"titel\":\"T\"}|unknown field \"titel\", did you mean \"title\"? other"
            + " fields go under \"attributes\"",
        "{\"id\":\"1\",\"title\":\"T\",\"price\":-3}|price must be a number from 0 to 1e15, got -3",
        "{\"id\":\"1\",\"title\":\"T\",\"price\":NaN}|price must be a number from 0 to 1e15, got"
            + " NaN",
        "{\"id\":\"1\",\"title\":\"T\",\"price\":\"3\"}|price must be a number from 0 to 1e15, got"
            + " \"3\"",
        "{\"id\":\"1\",\"title\":\"T\",\"price\":1e99999}|price must be a number from 0 to 1e15,"
            + " got 1E+99999",
        "{\"id\":\"1\",\"title\":\"T\",\"currency\":\"euro\"}|currency must be three capital"
            + " letters (ISO 4217), like EUR, got euro",
        "{\"id\":\"1\",\"title\":\"T\",\"categories\":\"A\"}|categories must be a list of texts,"
            + " got \"A\"",
        "{\"id\":\"1\",\"title\":\"T\",\"in_stock\":1}|in_stock must be true or false, got 1",
        "{\"id\":\"1\",\"title\":\"T\",\"rating\":6}|rating must be a number from 0 to 5, got 6.0",
        "{\"id\":\"1\",\"title\":\"T\",\"review_count\":1.5}|review_count must be a whole number"
            + " >= 0, got 1.5",
        "{\"id\":\"1\",\"title\":\"T\",\"created_at\":\"2026-02-30T00:00:00Z\"}|created_at must be"
            + " a date and time that exists, like 2026-01-02T08:26:00Z, got 2026-02-30T00:00:00Z",
        "{\"id\":\"1\",\"title\":\"T\",\"attributes\":{\"watt\":Infinity}}|attributes.watt must be"
            + " a number between -1e400 and 1e400, got Infinity",
        "{\"id\":\"1\",\"title\":\"T\",\"attributes\":[]}|attributes must be a JSON object in"
            + " braces, got []",
        "{\"id\":\"1\",\"title\":\"a\\u0000b\"}|title must be text without control characters (one"
            + " at position 2), got a\\u0000b",
        "[1]|product must be a JSON object in braces, got [1]",
      })
  void aBadProductIsRefusedByName(String json, String message) {
    RuntimeException e = assertThrows(RuntimeException.class, () -> ProductJson.read(json));
    assertEquals(message, e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"buy\",\"time\":\"2026-01-02T00:00:00Z\",\"user\":\"u\",\"product\":\"p\"}|type"
            + " must be one of view, click, cart, purchase, rating, like, dislike, search, got buy",
        "{\"type\":\"view\",\"user\":\"u\",\"product\":\"p\"}|time must be given, got nothing",
        "{\"type\":\"view\",\"time\":\"yesterday\",\"user\":\"u\",\"product\":\"p\"}|time must be a"
            + " date and time that exists, like 2026-01-02T08:26:00Z, got yesterday",
        "{\"type\":\"view\",\"time\":\"2026-01-02T00:00:00Z\",\"product\":\"p\"}|user must be given"
            + " when there is no session, got nothing",
        "{\"type\":\"search\",\"time\":\"2026-01-02T00:00:00Z\",\"user\":\"u\"}|query must be given"
            + " on a search event, got nothing",
        "{\"typ\":\"view\"}|unknown field \"typ\", did you mean \"type\"?",
      })
  void aBadEventIsRefusedByName(String json, String message) {
    RuntimeException e = assertThrows(RuntimeException.class, () -> EventJson.read(json));
    assertEquals(message, e.getMessage());
  }

  @Test
  void brokenJsonNamesThePlace() {
    MalformedJsonException e =
        assertThrows(MalformedJsonException.class, () -> ProductJson.read("{\"id\":\"1\",\n,}"));
    assertEquals(2, e.line());
    assertEquals(1, e.column());
    assertThrows(MalformedJsonException.class, () -> ProductJson.read(""));
    assertThrows(MalformedJsonException.class, () -> Json.parse("{} {}"));
    assertThrows(MalformedJsonException.class, () -> Json.parse("{\"a\":1,\"a\":2}"));
    assertThrows(MalformedJsonException.class, () -> Json.parse("[".repeat(100_000)));
  }

  @Test
  void anEventWithoutIdGetsTheSameOneEachTime() {
    String view =
        "{\"type\":\"view\",\"user\":\"u\",\"product\":\"p\",\"time\":\"2026-01-02T08:26:00Z\"}";
    Event first = EventJson.read(view);
    assertEquals(
        first,
        EventJson.read(
            "{\"time\":\"2026-01-02T09:26:00+01:00\",\"product\":\"p\",\"user\":\"u\","
                + "\"type\":\"view\",\"quantity\":1}"));
    assertNotEquals(first.id(), EventJson.read(view.replace("\"u\"", "\"v\"")).id());
    assertEquals(32, first.id().length());
    assertEquals(first, EventJson.read(EventJson.write(first)));
    assertEquals(Instant.parse("2026-01-02T08:26:00Z"), first.time());
  }

  @Test
  void eventsAndReviewsComeBackExactly() {
    String event =
        "{\"event_id\":\"f3\",\"type\":\"purchase\",\"user\":\"17850\",\"session\":\"s-9\","
            + "\"product\":\"85123A\",\"quantity\":6,\"value\":15.3,"
            + "\"time\":\"2026-01-02T08:26:00Z\",\"query_id\":\"q-77\",\"position\":1}";
    assertEquals(event, EventJson.write(EventJson.read(event)));
    String review =
        "{\"review_id\":\"r-1\",\"product\":\"85123A\",\"user\":\"17850\",\"stars\":5,"
            + "\"title\":\"Lovely\",\"text\":\"...\",\"time\":\"2026-01-03T10:00:00Z\"}";
    assertEquals(review, ReviewJson.write(ReviewJson.read(review)));
    String anonymous = review.replace("\"review_id\":\"r-1\",", "");
    assertEquals(ReviewJson.read(anonymous).id(), ReviewJson.read(anonymous).id());
  }

  @Test
  void aPatchReplacesMergesAndRemoves() {
    Product lamp =
        ProductJson.read(
            "{\"id\":\"1\",\"title\":\"Lamp\",\"price\":3,\"brand\":\"A\","
                + "\"attributes\":{\"watt\":40,\"colour\":\"red\"}}");
    Product patched =
        ProductJson.patch(
            lamp,
            Json.parse("{\"price\":2.50,\"brand\":null,\"attributes\":{\"watt\":null,\"ip\":67}}"));
    assertEquals(
        "{\"id\":\"1\",\"title\":\"Lamp\",\"price\":2.50,\"in_stock\":true,"
            + "\"attributes\":{\"colour\":\"red\",\"ip\":67}}",
        ProductJson.write(patched));
    assertThrows(
        InvalidFieldException.class, () -> ProductJson.patch(lamp, Json.parse("{\"id\":\"2\"}")));
    assertThrows(
        InvalidFieldException.class, () -> ProductJson.patch(lamp, Json.parse("{\"title\":null}")));
    assertThrows(
        UnknownFieldException.class, () -> ProductJson.patch(lamp, Json.parse("{\"prize\":2}")));
  }

  @Test
  void anAttributeWithoutNameIsRefused() {
    assertThrows(InvalidFieldException.class, () -> ProductJson.read(LANTERN));
  }
}
