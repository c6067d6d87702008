package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.store.StoredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The documents' examples as they stand, and the package, on a page of another host. */
class WidgetExamplesTest {
  @RegisterExtension static final HostRoom room = HostRoom.forWidgets(Shop::trained);

  private final Visit visit = room.visit();
  private final Page page = visit.page;

  private List<String> toldTypes() {
    return visit.told.stream().map(e -> e.get("type").stringValue()).toList();
  }

  /** A page from a document, asking the shop under test. */
  private static String example(String document, int which) {
    return DocumentExample.of(document, "html", which)
        .replace("https://search.example.com", room.address());
  }

  @Test
  void theEventsGuidesExampleTellsAnOrderOnce() {
    room.host.show(example("events.md", 0), room.address());
    for (int load = 0; load < 2; load++) {
      page.navigate(room.host.origin());
      int loads = load + 1;
      page.waitForCondition(() -> visit.told.size() >= 2 * loads);
    }
    page.waitForCondition(() -> sales("m1") == 1 && sales("c2") == 1);
    assertEquals(2.5, visit.told.get(0).get("value").doubleValue());
  }

  private static long sales(String product) {
    return room.shop().kindred.store().events(0, 1_000).stream()
        .map(StoredEvent::event)
        .filter(e -> e.id().equals("order-1001-" + product))
        .count();
  }

  @Test
  void theThemesExampleLooksAsItSays() {
    room.host.showWithScripts(example("widgets.md", 1), room.address());
    page.navigate(room.host.origin());
    page.locator("kindred-search .price").first().waitFor();
    assertEquals("italic", style(".price", "fontStyle"));
    assertEquals("4px", style(".card", "borderTopLeftRadius"));
    assertEquals("sticky", style(".bar", "position"));
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
    JsonNode about = Json.parse(read(folder.resolve("package.json")));
    String types = read(folder.resolve(about.get("types").stringValue()));
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
        room.host.serve("/node_modules/kindred-widgets/" + file.getFileName(), () -> read(file));
      }
    }
    String entry = about.get("main").stringValue().substring(2);
    room.host.showWithScripts(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><meta name=kindred-server content='%s'><meta name=kindred-link content='/p/{id}'><script type=module src=/node_modules/kindred-widgets/%s></script><kindred-search all></kindred-search>"
            .formatted(room.address(), entry),
        room.address());
    page.navigate(room.host.origin());
    page.locator("kindred-search .card:not(.placeholder)").first().waitFor();
    Object names =
        page.evaluate(
            "src => import(src).then(kindred => Object.keys(kindred))",
            "/node_modules/kindred-widgets/" + entry);
    for (Object name : (List<?>) names) {
      assertTrue(types.contains(" " + name + "(") || types.contains(" " + name + ":"), "" + name);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theDocumentsExampleWorksAsItStands() {
    String example = example("widgets.md", 0);
    assertEquals(10, example.lines().count());
    room.host.show(example, room.address());
    page.navigate(room.host.origin());
    for (String widget : List.of("recommend", "similar", "together")) {
      page.locator("kindred-" + widget + " .card:not(.placeholder)").first().waitFor();
    }
    page.fill("#box", "candle");
    page.keyboard().press("Enter");
    page.locator("kindred-search .card:not(.placeholder)").first().click();
    page.waitForURL(room.host.origin() + "/products/*");
    page.locator("kindred-similar .card:not(.placeholder)").first().waitFor();
    page.waitForCondition(() -> toldTypes().containsAll(List.of("view", "click")));
    JsonNode click =
        visit.told.stream()
            .filter(e -> e.get("type").stringValue().equals("click"))
            .findFirst()
            .orElseThrow();
    assertEquals(1, click.get("position").intValue());
    assertTrue(click.get("query_id").stringValue().startsWith("q-"));
    assertTrue(click.get("session").stringValue().startsWith("web-"));
  }
}
