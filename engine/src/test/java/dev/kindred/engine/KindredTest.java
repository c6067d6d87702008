package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.engine.RecommendRequest.Seen;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.Ranking.SortField;
import dev.kindred.indexer.generation.TrainingProgress;
import dev.kindred.indexer.store.Change;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import dev.kindred.model.filter.Filter;
import dev.kindred.model.filter.FilterParser;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindredTest {
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

  @Test
  void findsWordsAndPutsTheExactTitleFirst() {
    Answer answer = shop.search(SearchRequest.of("candle number 7", 5));

    assertEquals("c7", answer.hits().getFirst().product().id());
    assertTrue(answer.queryId().startsWith("q-"));
  }

  @Test
  void findsByIdFirst() {
    assertEquals("t9", shop.search(SearchRequest.of("t9", 3)).hits().getFirst().product().id());
  }

  @Test
  void reordersABroadQueryForThePerson() {
    SearchRequest plain = SearchRequest.of("number", 10);

    List<Hit> forTools = shop.search(plain.forAudience(SmallShop.user("tool1"))).hits();
    List<Hit> forCandles = shop.search(plain.forAudience(SmallShop.user("candle1"))).hits();

    assertTrue(forTools.stream().allMatch(h -> h.product().id().startsWith("t")), "" + forTools);
    assertTrue(forCandles.stream().allMatch(h -> h.product().id().startsWith("c")));
  }

  @Test
  void recommendsWhatThePersonsKindBuysAndNotWhatTheyHave() {
    Set<String> bought = shop.store().productsOf(Person.user("tool3"), Set.of(EventType.PURCHASE));

    Answer answer = shop.recommend(RecommendRequest.of(SmallShop.user("tool3"), 10));

    assertEquals(10, answer.hits().size());
    assertTrue(answer.hits().stream().allMatch(h -> h.product().id().startsWith("t")));
    assertTrue(answer.hits().stream().noneMatch(h -> bought.contains(h.product().id())));
    assertEquals(2 * SmallShop.OF_EACH - bought.size(), answer.found());
  }

  @Test
  void partsAddUpToTheScoreAndNamePastEvents() {
    RecommendRequest request = RecommendRequest.of(SmallShop.user("candle2"), 5).explained(true);
    Set<String> bought =
        shop.store().productsOf(Person.user("candle2"), Set.of(EventType.PURCHASE));

    for (Hit hit : shop.recommend(request).hits()) {
      assertSumsUp(hit);
      Reason personal =
          hit.why().stream().filter(r -> r.signal().equals("personal")).findFirst().orElseThrow();
      assertFalse(personal.because().isEmpty());
      assertTrue(bought.containsAll(personal.because()));
    }
    SearchRequest search =
        SearchRequest.of("candle 3", 10).forAudience(SmallShop.user("candle2")).explained(true);
    shop.search(search).hits().forEach(KindredTest::assertSumsUp);
  }

  @Test
  void reactsToAClickInTheVeryNextRequest(@TempDir Path folder) {
    // A shop of its own: what the events of other tests moved comes in between.
    try (Kindred quiet = SmallShop.open(folder)) {
      RecommendRequest request = RecommendRequest.of(SmallShop.session("fresh"), 10);
      List<Hit> before = quiet.recommend(request).hits();

      quiet.write(List.of(SmallShop.click("fresh", "t4")));
      List<Hit> after = quiet.recommend(request).hits();

      assertTrue(tools(after) > tools(before), before + " then " + after);
      assertTrue(tools(after) >= 8, "" + after);
      assertTrue(after.getFirst().product().id().startsWith("t"), "" + after);
    }
  }

  private static long tools(List<Hit> hits) {
    return hits.stream().filter(h -> h.product().id().startsWith("t")).count();
  }

  @Test
  void givesSomebodyNewWhatIsWantedLately() {
    Answer answer = shop.recommend(RecommendRequest.of(Audience.NOBODY, 5).explained(true));

    assertEquals(5, answer.hits().size());
    assertEquals("popularity", answer.hits().getFirst().why().getFirst().signal());
  }

  @Test
  void takesABasketAndWhatIsNotLiked() {
    Audience audience = new Audience(Optional.empty(), List.of("c1", "c2"), List.of("t1"));

    List<Hit> hits = shop.recommend(RecommendRequest.of(audience, 10)).hits();

    assertTrue(hits.stream().allMatch(h -> h.product().id().startsWith("c")));
    assertTrue(hits.stream().noneMatch(h -> List.of("c1", "c2").contains(h.product().id())));
  }

  @Test
  void showsANewProductAtOnceWhereItBelongs() {
    SmallShop.write(
        shop, List.of(new Change.PutProduct(SmallShop.candle("new", "Candle with bees wax", 3))));
    try {
      Answer found = shop.search(SearchRequest.of("bees wax", 3));
      assertEquals("new", found.hits().getFirst().product().id());

      Answer similar = shop.similar(RelatedRequest.of("c3", 60));
      assertTrue(rank(similar, "new") < SmallShop.OF_EACH, "rank " + rank(similar, "new"));

      int forCandles = rank(recommendations("candle4"), "new");
      int forTools = rank(recommendations("tool4"), "new");
      assertTrue(forCandles < SmallShop.OF_EACH, "rank " + forCandles);
      assertTrue(forCandles < forTools, forCandles + " and " + forTools);
    } finally {
      SmallShop.write(shop, List.of(new Change.DeleteProduct("new")));
    }
  }

  private static Answer recommendations(String user) {
    return shop.recommend(RecommendRequest.of(SmallShop.user(user), 60));
  }

  @Test
  void similarIsTheSameKindOfThing() {
    Answer answer = shop.similar(RelatedRequest.of("t5", 10));

    assertEquals(10, answer.hits().size());
    assertTrue(answer.hits().stream().allMatch(h -> h.product().id().startsWith("t")));
    assertTrue(rank(answer, "t5") == Integer.MAX_VALUE);
  }

  @Test
  void everyAnswerTakesFiltersAndFacets() {
    Optional<Filter> filter = Optional.of(FilterParser.parse("price <= 10 AND scent EXISTS"));
    List<FacetRequest> facets = List.of(new FacetRequest("categories", 5));
    Page page = Page.first(50);
    Audience person = SmallShop.user("candle6");
    List<Answer> answers =
        List.of(
            shop.search(
                new SearchRequest(
                    "number",
                    Optional.empty(),
                    person,
                    filter,
                    facets,
                    List.of(),
                    false,
                    page,
                    SearchRequest.Mode.HYBRID,
                    true,
                    true,
                    false)),
            shop.recommend(
                new RecommendRequest(person, filter, facets, Seen.SHOWN, 0, page, false)),
            shop.trending(
                new RecommendRequest(Audience.NOBODY, filter, facets, Seen.SHOWN, 0, page, false)),
            shop.similar(new RelatedRequest("t1", filter, facets, page, false)),
            shop.boughtTogether(new RelatedRequest("t1", filter, facets, page, false)));

    for (Answer answer : answers) {
      for (Hit hit : answer.hits()) {
        assertTrue(hit.product().id().startsWith("c"));
        assertTrue(hit.product().price().orElseThrow().intValue() <= 10);
      }
    }
    assertEquals(10, answers.get(0).found());
    assertEquals(10, answers.get(1).found());
    assertEquals(10, answers.get(1).hits().size());
    assertEquals(1, answers.get(1).facets().size());
  }

  @Test
  void pagesAreDisjointAndCoverEverything() {
    Set<String> seen = new HashSet<>();
    Optional<String> cursor = Optional.empty();
    int pages = 0;
    do {
      Page page = cursor.map(c -> Page.at(c, 7)).orElse(Page.first(7));
      RecommendRequest request =
          new RecommendRequest(
              SmallShop.user("tool7"), Optional.empty(), List.of(), Seen.SHOWN, 0.2, page, false);
      Answer answer = shop.recommend(request);
      answer.hits().forEach(h -> assertTrue(seen.add(h.product().id()), "twice"));
      cursor = answer.cursor();
      pages++;
    } while (cursor.isPresent());
    assertEquals(2 * SmallShop.OF_EACH, seen.size());
    assertEquals(9, pages);
  }

  @Test
  void sortsByAField() {
    SearchRequest request =
        new SearchRequest(
            "candle",
            Optional.empty(),
            Audience.NOBODY,
            Optional.empty(),
            List.of(),
            List.of(new SortField("price", true)),
            false,
            Page.first(3),
            SearchRequest.Mode.HYBRID,
            true,
            true,
            false);

    assertEquals(
        List.of("c29", "c28", "c27"),
        shop.search(request).hits().stream().map(h -> h.product().id()).toList());
  }

  @Test
  void saysThatAProductIsNotThere() {
    UnknownProductException e =
        assertThrows(
            UnknownProductException.class, () -> shop.similar(RelatedRequest.of("nope", 3)));

    assertEquals("there is no product nope", e.getMessage());
  }

  @Test
  void sumsUpAPerson() {
    Profile profile = shop.profile("tool9").orElseThrow();

    assertEquals("Garage > Tools", profile.categories().getFirst().name());
    assertEquals(8, profile.events().get(EventType.PURCHASE));
    assertTrue(shop.profile("nobody-of-that-name").isEmpty());
  }

  @Test
  void isWhole() {
    assertEquals(List.of(), shop.check());
  }

  @Test
  void refusesADirectoryInUse() {
    DataDirectoryException e =
        assertThrows(
            DataDirectoryException.class, () -> Kindred.open(folder, SmallShop.settings()));

    assertTrue(e.getMessage().contains("in use"), e.getMessage());
  }

  @Test
  void copiesItselfWhileServing(@TempDir Path target) {
    Path copy = target.resolve("copy");
    // A shop of its own: where events just came, popularity and little-known products still move.
    try (Kindred still = SmallShop.open(target.resolve("still"))) {
      still.backup(copy);

      try (Kindred other = Kindred.open(copy, SmallShop.settings())) {
        long sequence = other.store().sequence();
        assertTrue(other.awaitVisible(sequence, java.time.Duration.ofSeconds(20)));
        assertEquals(List.of(), other.check());
        RecommendRequest request = RecommendRequest.of(SmallShop.user("tool1"), 5);
        assertEquals(ids(still.recommend(request)), ids(other.recommend(request)));
      }
      assertThrows(DataDirectoryException.class, () -> still.backup(copy));
    }
  }

  @Test
  void trainsAndGoesBackWhileServing(@TempDir Path other) {
    try (Kindred fresh = SmallShop.open(other)) {
      assertEquals(1, fresh.status().generation());

      fresh.train(TrainingProgress.SILENT);
      assertEquals(2, fresh.recommend(RecommendRequest.of(Audience.NOBODY, 1)).generation());

      assertEquals(1, fresh.rollback());
      assertEquals(1, fresh.recommend(RecommendRequest.of(Audience.NOBODY, 1)).generation());
    }
  }

  private static List<String> ids(Answer answer) {
    return answer.hits().stream().map(h -> h.product().id()).toList();
  }

  private static int rank(Answer answer, String id) {
    int at = ids(answer).indexOf(id);
    return at < 0 ? Integer.MAX_VALUE : at;
  }

  private static void assertSumsUp(Hit hit) {
    double sum = hit.why().stream().mapToDouble(Reason::value).sum();
    assertEquals(hit.score(), sum, 1e-9, hit.toString());
  }
}
