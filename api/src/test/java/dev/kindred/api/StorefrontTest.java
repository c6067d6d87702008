package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.kindred.indexer.generation.TrainingProgress;
import dev.kindred.model.EventType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A visit to the shop in a real browser. */
class StorefrontTest {
  private static final String CARDS = "#content .card:not(.placeholder)";
  private static final double PATIENCE_MILLIS = 20_000;

  private static Shop shop;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void open(@TempDir Path directory) {
    Path path = Chromium.requirePath();
    shop = Shop.open(directory);
    shop.kindred.train(TrainingProgress.SILENT);
    playwright = Chromium.playwright();
    browser = playwright.chromium().launch(Chromium.options(path));
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
    if (shop != null) {
      shop.close();
    }
  }

  @BeforeEach
  void visit() {
    context = browser.newContext();
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onConsoleMessage(m -> {
      if (m.type().equals("error") || m.type().equals("warning")) {
        complaints.add(m.text());
      }
    });
    page.onPageError(complaints::add);
    page.onRequest(r -> {
      if (!r.url().startsWith(address()) && !r.url().startsWith("data:")) {
        complaints.add("a request to " + r.url());
      }
    });
    page.navigate(address());
    page.waitForSelector(CARDS);
  }

  @AfterEach
  void leave() {
    context.close();
    assertEquals(List.of(), complaints);
  }

  private static String address() {
    return "http://127.0.0.1:" + shop.server.port() + "/";
  }

  private void search(String words) {
    page.fill("#search", words);
    page.locator(".found-head h1", new Page.LocatorOptions().setHasText(words)).waitFor();
  }

  private List<String> titles() {
    return page.locator(CARDS + " .card-title").allTextContents();
  }

  @Test
  void searchesAsOneTypesAndNarrows() {
    search("heart");
    assertEquals(3, titles().size(), titles().toString());
    assertEquals("heart", page.locator(".card-title mark").first().textContent());
    page.locator(".facet input[type=checkbox]").first().check();
    page.locator(".chip").waitFor();
    assertEquals(1, titles().size(), titles().toString());
    page.goBack();
    page.locator(".chip").waitFor(new Locator.WaitForOptions().setState(hidden()));
    search("nothing like this");
    assertTrue(page.locator(".notice").textContent().contains("Nothing found"));
  }

  private static WaitForSelectorState hidden() {
    return WaitForSelectorState.HIDDEN;
  }

  @Test
  void aProductOpensByKeyboardWithItsLikesAndTellsTheShop() {
    search("candle");
    page.keyboard().press("Enter");
    page.locator(CARDS + " .card-link").first().focus();
    String opened = titles().getFirst();
    page.keyboard().press("Enter");
    page.locator("dialog h1").waitFor();
    assertEquals(opened, page.locator("dialog h1").textContent());
    page.locator("dialog .beside .card:not(.placeholder)").first().waitFor();
    page.locator("dialog .product-actions .button").first().click();
    page.locator("#basket-button .count", new Page.LocatorOptions().setHasText("1")).waitFor();
    page.keyboard().press("Escape");
    page.locator("dialog").waitFor(new Locator.WaitForOptions().setState(hidden()));
    page.waitForURL(url -> url.contains("q=candle") && !url.contains("product="));
    var events = shop.kindred.store().counts().events();
    for (EventType type : List.of(EventType.CLICK, EventType.CART)) {
      assertTrue(events.getOrDefault(type, 0L) > 0, events.toString());
    }
  }

  @Test
  void markupInATitleIsText() {
    search("wrap");
    assertEquals(List.of("Strange & <b>bold</b> wrap"), titles());
    assertEquals(0, page.locator(CARDS + " b").count());
  }

  @Test
  void becomingACustomerChangesTheShelfAndItSaysWhy() {
    List<String> before = titles();
    page.locator("#person-button").click();
    page.locator(".people-grid .person", new Page.LocatorOptions().setHasText("Customer u1"))
        .click();
    page.locator(".section-head", new Page.LocatorOptions().setHasText("Picked for you")).waitFor();
    page.waitForFunction(
        "before => document.querySelector('#content .card-title') && [...document.querySelectorAll('#content .grid .card-title')].map(t => t.textContent).join() !== before",
        String.join(",", before));
    assertNotEquals(before, titles());
    List<String> shelf = page.locator("#content .grid .card-title").allTextContents();
    assertFalse(shelf.contains("White heart candle"), "bought already: " + shelf);
    page.locator("label.switch").click();
    page.locator(".why-row").first().waitFor();
    assertTrue(page.locator("#person-button").textContent().contains("u1"));
  }
}
