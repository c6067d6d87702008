package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.store.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The documents' examples as they stand, and the package, on a page of another host. */
class WidgetExamplesTest {
  private static final HostPage host = new HostPage();

  @RegisterExtension static final Room room = new Room(WidgetExamplesTest::open);

  private final List<JsonNode> told = Collections.synchronizedList(new ArrayList<>());
  private Visit visit;
  private Page page;

  private static Shop open(Path directory) {
    ApiSettings settings =
        ApiSettings.DEFAULTS.listeningOn("127.0.0.1", 0).openTo(List.of(host.origin()));
    return Shop.open(directory, settings).trained();
  }

  @AfterAll
  static void close() {
    host.close();
  }

  @BeforeEach
  void visit() {
    visit = room.visit(new Browser.NewContextOptions(), host.origin());
    page = visit.page;
    page.onRequest(this::note);
  }

  private void note(Request request) {
    if (request.url().endsWith("/v1/events") && request.method().equals("POST")) {
      Json.parse(request.postData()).forEach(told::add);
    }
  }

  private static String kindred() {
    return room.address();
  }

  private List<String> toldTypes() {
    return told.stream().map(e -> e.get("type").stringValue()).toList();
  }

  /** A page from a document, asking the shop under test. */
  private static String example(String document, int which) throws IOException {
    String text = Files.readString(Path.of("../docs", document));
    int start = 0;
    for (int i = 0; i <= which; i++) {
      start = text.indexOf("```html\n", start) + 8;
    }
    return text.substring(start, text.indexOf("```", start))
        .replace("https://search.example.com", kindred());
  }

  @Test
  void theEventsGuidesExampleTellsAnOrderOnce() throws IOException {
    host.show(example("events.md", 0), kindred());
    for (int load = 0; load < 2; load++) {
      page.navigate(host.origin());
      int loads = load + 1;
      page.waitForCondition(() -> told.size() >= 2 * loads);
    }
    page.waitForCondition(() -> sales("m1") == 1 && sales("c2") == 1);
    assertEquals(2.5, told.get(0).get("value").doubleValue());
  }

  private static long sales(String product) {
    return room.shop().kindred.store().events(0, 1_000).stream()
        .map(StoredEvent::event)
        .filter(e -> e.id().equals("order-1001-" + product))
        .count();
  }

  @Test
  void theThemesExampleLooksAsItSays() throws IOException {
    host.showWithScripts(example("widgets.md", 1), kindred());
    page.navigate(host.origin());
    page.locator("kindred-search .price").first().waitFor();
    assertEquals("italic", style(".price", "fontStyle"));
    assertEquals("4px", style(".card", "borderTopLeftRadius"));
    assertEquals("sticky", style(".bar", "position"));
    visit.expectAccessible();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    visit.expectAccessible();
  }

  private Object style(String selector, String property) {
    return page.locator("kindred-search " + selector)
        .first()
        .evaluate("(node, name) => getComputedStyle(node)[name]", property);
  }

  @Test
  void thePackageWorksFromTheHostsOwnFiles() throws IOException {
    Path folder = Path.of("src/main/resources/widgets");
    JsonNode about = Json.parse(Files.readString(folder.resolve("package.json")));
    String types = Files.readString(folder.resolve(about.get("types").stringValue()));
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
        host.serve("/node_modules/kindred-widgets/" + file.getFileName(), Files.readString(file));
      }
    }
    String entry = about.get("main").stringValue().substring(2);
    host.showWithScripts(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><meta name=kindred-server content='%s'><meta name=kindred-link content='/p/{id}'><script type=module src=/node_modules/kindred-widgets/%s></script><kindred-search all></kindred-search>"
            .formatted(kindred(), entry),
        kindred());
    page.navigate(host.origin());
    page.locator("kindred-search .card:not(.placeholder)").first().waitFor();
    Object names =
        page.evaluate(
            "src => import(src).then(kindred => Object.keys(kindred))",
            "/node_modules/kindred-widgets/" + entry);
    for (Object name : (List<?>) names) {
      assertTrue(types.contains(" " + name + "(") || types.contains(" " + name + ":"), "" + name);
    }
  }

  @Test
  void theDocumentsExampleWorksAsItStands() throws IOException {
    String example = example("widgets.md", 0);
    assertEquals(10, example.lines().count());
    host.show(example, kindred());
    page.navigate(host.origin());
    for (String widget : List.of("recommend", "similar", "together")) {
      page.locator("kindred-" + widget + " .card:not(.placeholder)").first().waitFor();
    }
    page.fill("#box", "candle");
    page.keyboard().press("Enter");
    page.locator("kindred-search .card:not(.placeholder)").first().click();
    page.waitForURL(host.origin() + "/products/*");
    page.locator("kindred-similar .card:not(.placeholder)").first().waitFor();
    page.waitForCondition(() -> toldTypes().containsAll(List.of("view", "click")));
    JsonNode click =
        told.stream()
            .filter(e -> e.get("type").stringValue().equals("click"))
            .findFirst()
            .orElseThrow();
    assertEquals(1, click.get("position").intValue());
    assertTrue(click.get("query_id").stringValue().startsWith("q-"));
    assertTrue(click.get("session").stringValue().startsWith("web-"));
  }
}
