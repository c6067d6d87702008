package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A page written from InstantSearch's own documentation, with the packages as they are published,
 * runs on Kindred with nothing changed but host and keys. The page is the document's example.
 */
class InstantSearchTest {
  private static final String KEY = "a-search-key-of-24-chars";

  private static final HostPage host = new HostPage();

  @RegisterExtension static final Room room = new Room(InstantSearchTest::open);

  private Page page;

  private static Shop open(Path directory) {
    NpmPackages.require();
    ApiSettings.Keys keys =
        new ApiSettings.Keys(Optional.of(KEY), Optional.of("an-admin-key-of-24-chars"));
    ApiSettings settings =
        ApiSettings.DEFAULTS
            .listeningOn("127.0.0.1", 0)
            .openTo(List.of(host.origin()))
            .guardedBy(keys);
    return Shop.open(directory, settings);
  }

  @BeforeAll
  static void serve() throws IOException {
    host.serve(
        "/instantsearch.js",
        NpmPackages.script("instantsearch.js/dist/instantsearch.production.min.js"));
    host.serve(
        "/algoliasearch.js", NpmPackages.script("algoliasearch/dist/lite/builds/browser.umd.js"));
    host.serve(
        "/insights.js", NpmPackages.script("search-insights/dist/search-insights.iife.min.js"));
    host.serve(
        "/page.js",
        example("js")
            .replace("search.example.com", room.address().replace("http://", ""))
            .replace("https", "http")
            .replace("SEARCH_KEY", KEY));
    // The page's client gives up after a second, and the first question takes the longest.
    room.shop().send(room.shop().request("/v1/search?q=warm").header("X-API-Key", KEY));
  }

  /** The document's first example in a language. */
  private static String example(String language) throws IOException {
    String document = Files.readString(Path.of("../docs/adapters.md"));
    int start = document.indexOf("```" + language + "\n") + language.length() + 4;
    return document.substring(start, document.indexOf("```", start));
  }

  @AfterAll
  static void close() {
    host.close();
  }

  @BeforeEach
  void visit() throws IOException {
    page = room.visit(new Browser.NewContextOptions(), host.origin()).page;
    host.showWithScripts(example("html"), room.address());
    page.navigate(host.origin());
    waitForHits(9);
  }

  private Locator hits() {
    return page.locator(".ais-Hits-item");
  }

  private void waitForHits(int count) {
    page.waitForFunction("n => document.querySelectorAll('.ais-Hits-item').length === n", count);
  }

  private Locator brandless(String facet) {
    return page.locator(".ais-RefinementList-item", new Page.LocatorOptions().setHasText(facet));
  }

  @Test
  void searchesMarksRefinesAndLeavesOtherChoicesOpen() {
    page.fill(".ais-SearchBox-input", "lanten");
    waitForHits(1);
    page.fill(".ais-SearchBox-input", "candle");
    waitForHits(3);
    page.fill(".ais-SearchBox-input", "zinc");
    waitForHits(1);
    page.fill(".ais-SearchBox-input", "mug");
    waitForHits(3);
    assertEquals("mug", hits().first().locator("mark").textContent().toLowerCase(Locale.ROOT));
    brandless("red").locator("input").check();
    waitForHits(2);
    assertTrue(
        brandless("blue").textContent().contains("1"), "a disjunctive facet counts the rest");
    brandless("blue").locator("input").check();
    waitForHits(3);
    page.locator(".ais-ClearRefinements-button").click();
    page.fill(".ais-RefinementList .ais-SearchBox-input", "bl");
    page.waitForFunction(
        "() => document.querySelectorAll('.ais-RefinementList-item').length === 1");
    assertEquals("bl", page.locator(".ais-RefinementList-item mark").textContent());
  }

  @Test
  void pagesOrdersAndBoundsPrices() {
    page.locator(".ais-Pagination-link", new Page.LocatorOptions().setHasText("2")).click();
    waitForHits(1);
    page.selectOption(".ais-SortBy-select", "shop_price_desc");
    page.locator(".ais-Hits-item:first-child >> text=4.95").waitFor();
    page.fill(".ais-RangeInput-input--min", "1");
    page.fill(".ais-RangeInput-input--max", "2");
    page.locator(".ais-RangeInput-submit").click();
    waitForHits(2);
    assertTrue(hits().first().textContent().contains("Blue polkadot mug"));
  }

  @Test
  void kindredHearsWhatIsClickedAndBoughtAndByWhom() {
    page.evaluate("() => window.aa('setAuthenticatedUserToken', 'a-customer')");
    page.fill(".ais-SearchBox-input", "lantern");
    waitForHits(1);
    page.locator("button.add").click();
    page.waitForCondition(
        () -> done(EventType.CLICK).isPresent() && done(EventType.CART).isPresent());
    Event cart = done(EventType.CART).orElseThrow();
    assertEquals("l1", cart.product().orElseThrow());
    assertTrue(cart.queryId().orElseThrow().startsWith("q-"));
    assertEquals(1, done(EventType.CLICK).orElseThrow().position().orElseThrow());
    assertEquals(Optional.empty(), done(EventType.VIEW), "a list that is shown is no look at one");
  }

  private static Optional<Event> done(EventType type) {
    return room.shop().kindred.store().eventsOf(Person.user("a-customer"), 10).stream()
        .filter(e -> e.type() == type)
        .findFirst();
  }
}
