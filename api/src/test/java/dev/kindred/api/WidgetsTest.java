package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The widgets on a page of another host, in a real browser. */
class WidgetsTest {
  private static final int MOST_BYTES = 40_000;
  private static final String HOSTILE_TITLE =
      "\"><img src=x onerror=alert(1)> \u202Eevil\u202C " + "w".repeat(300);

  @RegisterExtension
  static final HostRoom room = HostRoom.forWidgets(shop -> withHostileTitle(shop).trained());

  private final Visit visit = room.visit();
  private final Page page = visit.page;

  private static Shop withHostileTitle(Shop shop) {
    shop.put(
        "evil",
        Map.of(
            "title", HOSTILE_TITLE,
            "url", "javascript:alert(1)",
            "brand", "<script>alert(1)</script>"));
    return shop;
  }

  private void show(String body) {
    show("<html lang=en>", body);
  }

  private void show(String html, String body) {
    room.host.show(
        "<!doctype html>%s<meta charset=utf-8><title>Host</title><meta name=kindred-link content='/p/{id}'>%s<script type=module src='%s/widgets/kindred.js'></script>"
            .formatted(html, body, room.address()),
        room.address());
    page.navigate(room.host.origin());
  }

  @Test
  void theFileIsSmall() throws IOException {
    byte[] file = room.shop().get("/widgets/kindred.js").body().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(file);
    }
    assertTrue(packed.size() < MOST_BYTES, packed.size() + " bytes");
  }

  @Test
  void withoutConsentNothingIsKeptOrSent() {
    show(
        "<meta name=kindred-consent content=ask><kindred-similar product=m1></kindred-similar><kindred-recommend></kindred-recommend>");
    page.locator("kindred-recommend .card:not(.placeholder)").first().waitFor();
    page.waitForTimeout(500);
    assertEquals(List.of(), visit.told);
    assertEquals(0, page.evaluate("() => localStorage.length + sessionStorage.length"));
  }

  @Test
  void eventsAreSentAgainUntilTheyAreTaken() {
    List<Integer> times = Collections.synchronizedList(new ArrayList<>());
    page.route(
        "**/v1/events",
        route -> {
          if (route.request().method().equals("POST")) {
            times.add(1);
            if (times.size() == 1) {
              route.fulfill(new Route.FulfillOptions().setStatus(503));
              return;
            }
          }
          route.resume();
        });
    show("<kindred-event type=purchase product=m2 quantity=2 value=3.30 order=77></kindred-event>");
    page.waitForCondition(() ->
        times.size() > 1
            && "null"
                .equals(
                    String.valueOf(
                        page.evaluate("() => sessionStorage.getItem('kindred-events')"))));
    assertEquals(visit.told.get(0).get("event_id"), visit.told.get(1).get("event_id"));
    assertEquals("order-77-m2", visit.told.get(1).get("event_id").stringValue());
    assertEquals(2, visit.told.get(1).get("quantity").intValue());
    visit.forgive();
  }

  @Test
  void hostileDataIsText() {
    show("<kindred-search all></kindred-search>");
    page.fill("#box", "evil");
    page.locator("[role=option]").first().waitFor();
    page.keyboard().press("Enter");
    page.locator("[data-product=evil]").waitFor();
    assertEquals(HOSTILE_TITLE, page.locator("[data-product=evil] .card-title").textContent());
    assertEquals(
        "<script>alert(1)</script>", page.locator("[data-product=evil] .card-kind").textContent());
    assertEquals(0, page.locator("kindred-search img, kindred-search script").count());
    assertEquals(
        room.host.origin() + "/p/evil",
        page.locator("[data-product=evil] .card-link").evaluate("link => link.href"));
    assertTrue(
        (Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"));
    visit.expectAccessible();
  }

  @Test
  void aScriptIsNoLink() {
    show("<kindred-search all></kindred-search>");
    page.evaluate("() => document.querySelector('[name=kindred-link]').remove()");
    page.evaluate(
        "src => import(src).then(kindred => kindred.configure({ link: undefined }))",
        room.address() + "/widgets/kindred.js");
    page.fill("#box", "evil");
    page.keyboard().press("Enter");
    page.locator("[data-product=evil] button.card-link").waitFor();
    page.fill("#box", "");
    page.keyboard().press("Enter");
    page.locator("[data-product=m1]").waitFor();
    assertEquals(
        1,
        page.evaluate(
            "() => new Set([...document.querySelector('kindred-search').shadowRoot.querySelectorAll('.card-title')].map(t => t.offsetHeight)).size"),
        "long titles are cut after two lines, in buttons as in links");
  }

  @Test
  void suggestionsOfAnOlderWordNeverComeLate() {
    page.route(
        "**/v1/suggest**",
        route -> {
          if (route.request().url().contains("q=c&")) {
            page.waitForTimeout(400);
          }
          route.resume();
        });
    show("<kindred-search></kindred-search>");
    page.locator("#box").pressSequentially("cb");
    page.locator("#box").press("Backspace");
    page.locator("#box").press("Backspace");
    page.locator("#box").pressSequentially("bunting");
    page.locator("[role=option]").first().waitFor();
    page.waitForTimeout(700);
    for (String option : page.locator("[role=option] .option-text").allTextContents()) {
      assertTrue(option.toLowerCase(java.util.Locale.ROOT).contains("bunting"), option);
    }
  }

  @Test
  void suggestionsDoNotComeAfterTheSearchWasBegun() {
    show("<kindred-search instant></kindred-search>");
    page.locator("#box").waitFor();
    page.evaluate(
        "() => { const ask = fetch; globalThis.fetch = (path, options) => new Promise(soon => setTimeout(soon, String(path).endsWith('/v1/search') ? 400 : 0)).then(() => ask(path, options)) }");
    page.fill("#box", "bunting");
    page.keyboard().press("Enter");
    page.locator("kindred-search .card:not(.placeholder)").first().waitFor();
    page.waitForTimeout(400);
    assertEquals("false", page.locator("#box").getAttribute("aria-expanded"));
    assertFalse(page.locator("[role=listbox]").isVisible());
  }

  @Test
  void anotherLanguageFromRightToLeft() {
    show(
        "<html lang=ar dir=rtl>",
        "<kindred-search all facets='categories,price'></kindred-search><kindred-recommend heading='Picked for you'></kindred-recommend>");
    page.evaluate(
        "src => import(src).then(kindred => { kindred.translate({ 'sort': 'ترتيب' }); kindred.configure({}) })",
        room.address() + "/widgets/kindred.js");
    page.locator(".sort", new Page.LocatorOptions().setHasText("ترتيب")).waitFor();
    double facets = page.locator(".facets").boundingBox().x;
    double grid = page.locator("kindred-search .grid").boundingBox().x;
    assertTrue(facets > grid, facets + " is not right of " + grid);
    double heading = page.locator("kindred-recommend .shelf-title bdi").boundingBox().x;
    assertTrue(heading > grid + 300, "the heading begins on the right, not at " + heading);
    double box = page.locator("#box").boundingBox().width;
    assertTrue(box > 600, "the box is wide where nothing stands beside it, not " + box);
    visit.expectAccessible();
  }

  @Test
  void aServerThatFailsIsSaidAndCanBeAskedAgain() {
    show("<kindred-search></kindred-search>");
    page.route("**/v1/search", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
    page.fill("#box", "mug");
    page.keyboard().press("Enter");
    page.locator("[role=alert]").waitFor();
    visit.expectAccessible();
    page.unroute("**/v1/search");
    page.locator("[role=alert] button").click();
    page.locator("kindred-search .card:not(.placeholder)").first().waitFor();
    assertFalse(page.locator("[role=alert]").isVisible());
    visit.forgive();
  }
}
