package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.kindred.indexer.generation.TrainingProgress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look at the console in a real browser. */
class ConsoleTest {
  private static final String FIRST_HIT = "#sides .side:first-child .card-title >> nth=0";

  @Test
  void showsTrainingsSaysWhyAndTakesARule(@TempDir Path directory) {
    Path chromium = Chromium.requirePath();
    try (Shop shop = Shop.open(directory);
        Playwright playwright = Chromium.playwright();
        Browser browser = playwright.chromium().launch(Chromium.options(chromium))) {
      shop.kindred.train(TrainingProgress.SILENT);
      String address = "http://127.0.0.1:" + shop.server.port() + "/";
      try (Visit visit =
          new Visit(
              browser,
              new Browser.NewContextOptions().setViewportSize(390, 844),
              List.of(address))) {
        Page page = visit.page;
        page.navigate(address + "console/");
        page.locator("#generations tr.serving").waitFor();
        page.locator(".tile", new Page.LocatorOptions().setHasText("Products10")).waitFor();
        page.fill("#q", "mug");
        page.locator("#ask button").click();
        page.locator(FIRST_HIT).waitFor();
        page.locator("#sides .side:last-child .why").first().waitFor();
        visit.expectAccessible();
        assertEquals(390, page.evaluate("() => document.documentElement.scrollWidth"));

        assertNotEquals("Party bunting", page.locator(FIRST_HIT).textContent());
        page.fill(
            "#rules-text",
            "[{\"id\":\"b\",\"when\":{\"query\":\"mug\",\"match\":\"exact\"},\"pin\":[{\"product\":\"b1\",\"position\":1}]}]");
        page.locator("#editors button").first().click();
        page.locator("#rules-said", new Page.LocatorOptions().setHasText("1 in force")).waitFor();
        page.locator(FIRST_HIT + " >> text=Party bunting").waitFor();
        page.fill("#rules-text", "[{]");
        page.locator("#editors button").first().click();
        page.locator("#rules-said.wrong").waitFor();
        visit.expectNoComplaints();
      }
    }
  }
}
