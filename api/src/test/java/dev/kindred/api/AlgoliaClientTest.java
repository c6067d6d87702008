package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.kindred.indexer.json.ProductJson;
import dev.kindred.indexer.store.Change;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the published client makes of a wrong key, and of more hits than pages lead to. */
class AlgoliaClientTest {
  private static final String KEY = "a-search-key-of-24-chars";
  private static final int SPOONS = 1_234;
  private static final HostPage host = new HostPage();

  @RegisterExtension static final Room room = new Room(AlgoliaClientTest::open);

  private Visit visit;
  private Page page;

  private static Shop open(Path directory) {
    NpmPackages.require();
    ApiSettings.Keys keys =
        new ApiSettings.Keys(Optional.of(KEY), Optional.of("an-admin-key-of-24-chars"));
    Shop shop =
        Shop.open(
            directory,
            ApiSettings.DEFAULTS
                .listeningOn("127.0.0.1", 0)
                .openTo(List.of(host.origin()))
                .guardedBy(keys));
    List<Change> spoons =
        IntStream.range(0, SPOONS)
            .mapToObj(i -> "{\"id\":\"s%d\",\"title\":\"Spoon %d\"}".formatted(i, i))
            .map(json -> (Change) new Change.PutProduct(ProductJson.read(json)))
            .toList();
    shop.kindred.awaitVisible(
        shop.kindred.write(spoons).getLast().sequence(), Duration.ofSeconds(20));
    return shop;
  }

  @AfterAll
  static void close() {
    host.close();
  }

  @BeforeEach
  void visit() {
    host.serve(
        "/algoliasearch.js", NpmPackages.script("algoliasearch/dist/lite/builds/browser.umd.js"));
    host.showWithScripts(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><script src=/algoliasearch.js></script>",
        room.address());
    visit = room.visit(new Browser.NewContextOptions(), host.origin());
    page = visit.page;
    page.navigate(host.origin());
  }

  /** The client's answer to one query, or its error's status and message. */
  private Map<?, ?> ask(String key, String query) {
    String host = room.address().replace("http://", "");
    return (Map<?, ?>)
        page.evaluate(
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
    assertEquals(3, ask(KEY, "{\"indexName\":\"shop\",\"query\":\"mug\"}").get("nbHits"));
  }

  @Test
  void allHitsAreCountedAndPagesLeadToTheFirstThousand() {
    String query = "{\"indexName\":\"shop\",\"query\":\"spoon\",\"hitsPerPage\":%d,\"page\":%d}";
    Map<?, ?> first = ask(KEY, query.formatted(30, 0));
    assertEquals(SPOONS, first.get("nbHits"));
    assertEquals(34, first.get("nbPages"));
    Map<?, ?> last = ask(KEY, query.formatted(30, 33));
    assertEquals(10, last.get("hits"), "33 pages of 30, and the rest of the thousand");
    assertEquals(SPOONS, last.get("nbHits"));
    Map<?, ?> beyond = ask(KEY, query.formatted(30, 34));
    assertEquals(0, beyond.get("hits"));
    assertEquals(SPOONS, beyond.get("nbHits"));
    assertTrue(
        first.get("first") instanceof String && !first.get("first").equals(last.get("first")));
    Map<?, ?> whole = ask(KEY, query.formatted(1_000, 0));
    assertEquals(1, whole.get("nbPages"));
    assertEquals(1_000, whole.get("hits"));
  }
}
