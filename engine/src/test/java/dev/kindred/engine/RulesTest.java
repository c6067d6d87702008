package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.Ranking.SortField;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.json.RuleJson;
import dev.kindred.indexer.store.Change;
import dev.kindred.model.rule.Rule;
import dev.kindred.model.rule.Synonym;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
  @TempDir static Path folder;
  private static Kindred shop;

  @BeforeAll
  static void open() {
    shop = SmallShop.open(folder);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @AfterEach
  void forget() {
    shop.write(List.of(new Change.DeleteDocument("rule", "r")));
  }

  @Test
  void pinsAProductThatTheWordsDoNotMatch() {
    long before = search("candle").found();
    rule("{'id':'r','when':{'query':'candle'},'pin':[{'product':'t8','position':2}]}");

    Answer answer = search("Candle");

    assertEquals("t8", answer.hits().get(1).product().id());
    assertEquals(before + 1, answer.found());
    double first = answer.hits().get(0).score();
    double second = answer.hits().get(1).score();
    double third = answer.hits().get(2).score();
    assertTrue(first >= second && second >= third, first + " " + second + " " + third);
    assertEquals(before, search("candle number").found());
  }

  @Test
  void aDraftHoldsInItsPreviewAlone() {
    Rule draft =
        RuleJson.read(
            Json.parse(
                "{\"id\":\"r\",\"when\":{\"query\":\"candle\"},\"pin\":[{\"product\":\"t8\",\"position\":1}]}"));
    Answer before = search("candle");

    Answer preview = shop.preview(SearchRequest.of("candle", 10), draft);
    assertEquals("t8", preview.hits().getFirst().product().id());
    assertEquals(before.hits(), search("candle").hits());

    Synonym word = new Synonym("s", Optional.empty(), List.of("candle", "taper"));
    assertEquals(0, search("taper").found());
    assertEquals(before.found(), shop.preview(SearchRequest.of("taper", 10), word).found());
    assertEquals(0, search("taper").found());
  }

  @Test
  void whatIsPinnedIsInTheSetForFacetsOrderAndPages() {
    rule(
        "{'id':'r','when':{'query':'candle'},'pin':[{'product':'t8','position':2},"
            + "{'product':'c9','position':5}]}");

    Set<String> byScore = paged(List.of());
    assertEquals(31, byScore.size());
    assertEquals(byScore, paged(List.of(new SortField("price", true))));
  }

  /** Ids on all pages; checks that none comes twice and that the totals are right. */
  private static Set<String> paged(List<SortField> sort) {
    Set<String> seen = new HashSet<>();
    Optional<Page> page = Optional.of(Page.first(4));
    while (page.isPresent()) {
      Answer answer =
          shop.search(
              new SearchRequest(
                  "candle",
                  Optional.empty(),
                  Audience.NOBODY,
                  Optional.empty(),
                  List.of(new FacetRequest("steel", 5)),
                  sort,
                  false,
                  page.get(),
                  SearchRequest.Mode.LEXICAL,
                  true,
                  true,
                  false));
      assertEquals(31, answer.found());
      assertEquals(30, answer.facets().get("steel").missing());
      answer.hits().forEach(h -> assertTrue(seen.add(h.product().id()), h.product().id()));
      page = answer.cursor().map(c -> Page.at(c, 4));
    }
    return seen;
  }

  @Test
  void conditionsOnAspectsHoldInRulesAndMistakenOnesSpoilNothing() {
    long before = search("candle").found();
    // No product has reviews, so none is hidden; the second compares a share with a word.
    rule("{'id':'r','when':{'always':true},'hide':{'filter':'aspects.smell < 0.3'}}");
    assertEquals(before, search("candle").found());
    rule("{'id':'r','when':{'always':true},'hide':{'filter':'aspects.smell = \\\"good\\\"'}}");
    assertEquals(before, search("candle").found());
  }

  @Test
  void aRuleThatFiltersByWhatNoProductHasIsPassedOverAndSaysSo() {
    Answer before = search("candle");
    for (String filter : List.of("gone = 3", "attributes.gone EXISTS", "steel > 3")) {
      rule(
          "{'id':'r','when':{'always':true},'hide':{'products':['c3'],'filter':'" + filter + "'}}");
      assertEquals(before.found(), search("candle").found(), filter);
      rule("{'id':'r','when':{'always':true},'boost':{'filter':'" + filter + "','by':3}}");
      assertEquals(before.hits(), search("candle").hits(), filter);
      assertFalse(
          shop.recommend(RecommendRequest.of(SmallShop.user("candle1"), 5)).hits().isEmpty());
      assertEquals(Set.of("r"), shop.ruleTroubles().keySet());
      assertTrue(
          shop.check().stream().anyMatch(p -> p.startsWith("the rule r is passed over: ")), filter);
    }
    rule("{'id':'r','when':{'always':true},'hide':{'products':['c3']}}");
    assertTrue(shop.ruleTroubles().isEmpty());
  }

  @Test
  void hidesEverywhere() {
    rule("{'id':'r','when':{'always':true},'hide':{'products':['c3','c4']}}");

    assertEquals(28, search("candle").found());
    Answer all = shop.recommend(RecommendRequest.of(SmallShop.user("candle1"), 60));
    assertTrue(all.hits().stream().noneMatch(h -> h.product().id().equals("c3")));
  }

  @Test
  void boostsByFilterAndSaysSo() {
    rule(
        "{'id':'r','when':{'query':'number','match':'contains'},"
            + "'boost':{'filter':'steel = true','by':3}}");

    Answer answer = search("number");

    for (Hit hit : answer.hits()) {
      assertTrue(hit.product().id().startsWith("t"));
      assertTrue(hit.why().stream().anyMatch(r -> r.signal().equals("rule") && r.value() == 3));
      assertEquals(hit.score(), hit.why().stream().mapToDouble(Reason::value).sum(), 1e-9);
    }
  }

  @Test
  void endsWhenItsTimeIsOver() {
    rule(
        "{'id':'r','when':{'always':true},'hide':{'products':['c3']},"
            + "'until':'2001-01-01T00:00:00Z'}");

    assertEquals(30, search("candle").found());
    assertFalse(search("c3").hits().isEmpty());
  }

  private static Answer search(String query) {
    return shop.search(SearchRequest.of(query, 10).explained(true));
  }

  private static void rule(String json) {
    shop.write(List.of(new Change.PutDocument("rule", "r", json.replace('\'', '"'))));
  }
}
