package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.json.ProductJson;
import dev.kindred.indexer.store.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the published client makes of a wrong key, and of more hits than pages lead to. */
class AlgoliaClientTest {
  private static final int SPOONS = 1_234;

  @RegisterExtension
  static final HostRoom room = HostRoom.forAlgoliasPackages(AlgoliaClientTest::withSpoons);

  private final Visit visit = room.visit();

  private static Shop withSpoons(Shop shop) {
    List<Change> spoons =
        IntStream.range(0, SPOONS)
            .mapToObj(i -> "{\"id\":\"s%d\",\"title\":\"Spoon %d\"}".formatted(i, i))
            .map(json -> (Change) new Change.PutProduct(ProductJson.read(json)))
            .toList();
    shop.kindred.awaitVisible(
        shop.kindred.write(spoons).getLast().sequence(), Duration.ofSeconds(20));
    return shop;
  }

  @BeforeEach
  void openAPage() {
    room.host.showWithScripts(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><script src=/algoliasearch.js></script>",
        room.address());
    visit.page.navigate(room.host.origin());
  }

  /** The client's answer to one query, or its error's status and message. */
  private Map<?, ?> ask(String key, String query) {
    String host = room.address().replace("http://", "");
    return (Map<?, ?>)
        visit.page.evaluate(
            "([host, key, query]) => window['algoliasearch/lite'].liteClient('kindred', key, { hosts: [{ url: host, protocol: 'http', accept: 'readWrite' }] })"
                + ".searchForHits({ requests: [JSON.parse(query)] })"
                + ".then(({ results: [r] }) => ({ nbHits: r.nbHits, nbPages: r.nbPages, hits: r.hits.length, first: r.hits[0]?.objectID }), e => ({ status: e.status, message: e.message }))",
            List.of(host, key, query));
  }

  @Test
  void aWrongKeyOrNoneIsToldInTheClientsOwnForm() {
    Map<?, ?> answer = ask("another-key-of-24-chars", "{\"indexName\":\"shop\",\"query\":\"mug\"}");
    assertEquals(403, answer.get("status"), answer.toString());
    assertEquals("Invalid Application-ID or API key", answer.get("message"));
    visit.forgive();
    var bare = room.shop().send("POST", "/1/indexes/shop/query", Shop.JSON, "{}");
    assertEquals(403, bare.statusCode());
    assertEquals("{\"message\":\"Invalid Application-ID or API key\",\"status\":403}", bare.body());
    assertEquals(3, ask(HostRoom.KEY, "{\"indexName\":\"shop\",\"query\":\"mug\"}").get("nbHits"));
  }

  @Test
  void allHitsAreCountedAndPagesLeadToTheFirstThousand() {
    String query = "{\"indexName\":\"shop\",\"query\":\"spoon\",\"hitsPerPage\":%d,\"page\":%d}";
    Map<?, ?> first = ask(HostRoom.KEY, query.formatted(30, 0));
    assertEquals(SPOONS, first.get("nbHits"));
    assertEquals(34, first.get("nbPages"));
    Map<?, ?> last = ask(HostRoom.KEY, query.formatted(30, 33));
    assertEquals(10, last.get("hits"), "33 pages of 30, and the rest of the thousand");
    assertEquals(SPOONS, last.get("nbHits"));
    Map<?, ?> beyond = ask(HostRoom.KEY, query.formatted(30, 34));
    assertEquals(0, beyond.get("hits"));
    assertEquals(SPOONS, beyond.get("nbHits"));
    assertTrue(
        first.get("first") instanceof String && !first.get("first").equals(last.get("first")));
    Map<?, ?> whole = ask(HostRoom.KEY, query.formatted(1_000, 0));
    assertEquals(1, whole.get("nbPages"));
    assertEquals(1_000, whole.get("hits"));
  }
}
