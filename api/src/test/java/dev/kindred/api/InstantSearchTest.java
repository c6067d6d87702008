package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A page written from InstantSearch's own documentation, with the packages as they are published,
 * runs on Kindred with nothing changed but host and keys. The page is the document's example; a
 * test may add other widgets of that library.
 */
class InstantSearchTest {
  @RegisterExtension
  static final HostRoom room = HostRoom.forAlgoliasPackages(InstantSearchTest::warm);

  private final Page page = room.visit().page;

  /** The page's client gives up after a second, and the first question takes the longest. */
  private static Shop warm(Shop shop) {
    shop.send(shop.request("/v1/search?q=warm").header("X-API-Key", HostRoom.KEY));
    return shop;
  }

  @BeforeEach
  void openThePage() {
    openThePageWith("");
  }

  private void openThePageWith(String more) {
    String script =
        DocumentExample.of("adapters.md", "js", 0)
            .replace("search.example.com", room.address().replace("http://", ""))
            .replace("https", "http")
            .replace("SEARCH_KEY", HostRoom.KEY);
    room.host.serve("/page.js", () -> script + more);
    room.host.showWithScripts(DocumentExample.of("adapters.md", "html", 0), room.address());
    page.navigate(room.host.origin());
    waitForHits(9);
  }

  private Locator hits() {
    return page.locator(".ais-Hits-item");
  }

  private void waitForHits(int count) {
    page.waitForFunction("n => document.querySelectorAll('.ais-Hits-item').length === n", count);
  }

  private Locator text(String selector, String text) {
    return page.locator(selector, new Page.LocatorOptions().setHasText(text));
  }

  private Locator text(String selector, Pattern text) {
    return page.locator(selector, new Page.LocatorOptions().setHasText(text));
  }

  private Locator colour(String name) {
    return text("#colour .ais-RefinementList-item", name);
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
    text("#stats", "3 results found").waitFor();
    assertEquals("mug", hits().first().locator("mark").textContent().toLowerCase(Locale.ROOT));
    colour("red").locator("input").check();
    waitForHits(2);
    assertTrue(colour("blue").textContent().contains("1"), "a disjunctive facet counts the rest");
    colour("blue").locator("input").check();
    waitForHits(3);
    page.locator(".ais-ClearRefinements-button").click();
    page.fill(".ais-RefinementList .ais-SearchBox-input", "bl");
    page.waitForFunction(
        "() => document.querySelectorAll('.ais-RefinementList-item').length === 1");
    assertEquals("bl", page.locator(".ais-RefinementList-item mark").textContent());
  }

  @Test
  void pagesOrdersAndBoundsPrices() {
    text(".ais-Pagination-link", "2").click();
    waitForHits(1);
    page.selectOption(".ais-SortBy-select", "shop_price_desc");
    page.locator(".ais-Hits-item:first-child >> text=4.95").waitFor();
    page.fill(".ais-RangeInput-input--min", "1");
    page.fill(".ais-RangeInput-input--max", "2");
    page.locator(".ais-RangeInput-submit").click();
    waitForHits(2);
    assertTrue(hits().first().textContent().contains("Blue polkadot mug"));
    text("#current", "Price: ≥ 1").waitFor();
  }

  @Test
  void leadsThroughDepartmentsAndTakesChoicesAway() {
    text("#departments a", "Home").click();
    waitForHits(4);
    text("#departments a", "Candles").click();
    waitForHits(3);
    assertEquals(
        List.of("Home4", "Candles3", "Lanterns1", "Kitchen3", "Party3"),
        page.locator("#departments a").allTextContents());
    text("#current", "Home > Candles").locator("button").click();
    waitForHits(9);
  }

  @Test
  void otherWidgetsOfTheLibraryWorkAsWell() {
    room.shop()
        .put(
            "m4",
            Map.of(
                "title",
                "Green mug",
                "categories",
                List.of("Kitchen>Mugs"),
                "brand",
                "Bolt & \"Co\"",
                "rating",
                4.5,
                "price",
                3.5,
                "description",
                "A mug with <b>bold</b> letters that keeps tea warm for hours"));
    openThePageWith(
        """
        const more = instantsearch.widgets;
        for (const id of ["crumbs", "menu", "stock", "steps", "stars", "slider", "many", "snippets"]) {
          document.body.append(Object.assign(document.createElement("div"), { id }));
        }
        search.addWidgets([
          more.configure({ attributesToSnippet: ["description:4"] }),
          more.breadcrumb({ container: "#crumbs", attributes: ["categories.lvl0", "categories.lvl1"] }),
          more.menu({ container: "#menu", attribute: "brand" }),
          more.toggleRefinement({ container: "#stock", attribute: "in_stock", templates: { labelText: () => "In stock" } }),
          more.numericMenu({ container: "#steps", attribute: "price", items: [{ label: "All" }, { label: "Dear", start: 3 }] }),
          more.ratingMenu({ container: "#stars", attribute: "rating" }),
          more.rangeSlider({ container: "#slider", attribute: "price" }),
          more.hitsPerPage({ container: "#many", items: [{ label: "9", value: 9, default: true }, { label: "20", value: 20 }] }),
          more.infiniteHits({ container: "#snippets", templates: { item: (hit, { html, components }) => html`${components.Snippet({ attribute: "description", hit })}` } }),
        ]);
        """);
    find(1, "#menu a");
    assertEquals("Bolt & \"Co\"1", page.locator("#menu a").textContent());
    page.fill("#searchbox input", "letters");
    text("#snippets mark", "letters").waitFor();
    assertEquals("…<b>bold</b> letters that keeps…", page.locator("#snippets li").textContent());
    page.fill("#searchbox input", "");
    find(1, "#stars a >> nth=0");
    find(5, "#steps label >> nth=1");
    find(11, "#stock input");
    page.selectOption("#many select", "20");
    waitForHits(11);
    moveSlider(3);
    text("#stats", "5 results").waitFor();
    find(4, text("#departments a", "Kitchen"));
    assertEquals(
        "HomeKitchen",
        page.locator("#crumbs li").allTextContents().stream()
            .map(t -> t.replace(">", ""))
            .collect(Collectors.joining()));
    room.shop().remove("m4");
  }

  /** Step by step: the slider is drawn anew after each, and a key in between is lost. */
  private void moveSlider(int steps) {
    Locator handle = page.locator("#slider [role=slider]").first();
    double from = Double.parseDouble(handle.getAttribute("aria-valuenow"));
    page.waitForCondition(() -> {
      double now = Double.parseDouble(handle.getAttribute("aria-valuenow"));
      if (now < from + steps) {
        handle.press("ArrowRight");
        page.waitForTimeout(300);
      }
      return now >= from + steps;
    });
  }

  /** Clears what was chosen, chooses this, and waits until so many are found. */
  private void find(int count, String choice) {
    find(count, page.locator(choice));
  }

  private void find(int count, Locator choice) {
    if (page.locator(".ais-ClearRefinements-button").isEnabled()) {
      page.locator(".ais-ClearRefinements-button").click();
      text("#stats", "11 results").waitFor();
    }
    choice.click();
    text("#stats", Pattern.compile("^" + count + " results? found")).waitFor();
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
