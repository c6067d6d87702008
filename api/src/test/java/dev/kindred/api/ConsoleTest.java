package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The day of somebody who runs the shop, in a real browser. */
class ConsoleTest {
  private static final String FIRST_HIT = "#sides .side:first-child .card-title >> nth=0";

  @RegisterExtension static final Room room = new Room(directory -> Shop.open(directory).trained());

  private Visit visit;
  private Page page;

  @BeforeEach
  void visit() {
    come(new Browser.NewContextOptions());
  }

  private void come(Browser.NewContextOptions options) {
    visit = room.visit(options);
    page = visit.page;
    page.clock().install();
    page.navigate(room.address() + "/console/");
    page.locator("#generations tr.serving").waitFor();
    page.locator(FIRST_HIT).waitFor();
  }

  /** Waits as long as the page does until it looks again, in less time. */
  private void untilSeen(Locator locator) {
    page.waitForCondition(() -> {
      page.clock().fastForward(5_000);
      return locator.count() > 0;
    });
  }

  private Locator text(String selector, String text) {
    return page.locator(selector, new Page.LocatorOptions().setHasText(text));
  }

  @Test
  void onAPhoneInTheDarkEverythingIsThereAndReadable() {
    come(Screen.PHONE.options().setColorScheme(ColorScheme.DARK));
    text(".tile", "Products10").waitFor();
    page.locator("#history figure").nth(1).waitFor();
    text("#events dd", "18").waitFor();
    text("#catalogue", "Without a brand10 (100%)").waitFor();
    page.fill("#q", "mug");
    page.locator("#ask button").click();
    page.locator("#sides .side:last-child .why").first().waitFor();
    assertEquals(390, page.evaluate("() => document.documentElement.scrollWidth"));
  }

  @Test
  void searchesAreCountedWithWhatCameOfThem() {
    String queryId =
        Shop.json(room.shop().get("/v1/search?q=lantern&session=s-1"))
            .get("query_id")
            .stringValue();
    for (String typed : List.of("uni", "unicy", "unicycle")) {
      room.shop().get("/v1/search?q=" + typed + "&session=s-2");
    }
    room.shop()
        .send(
            "POST",
            "/v1/events",
            Shop.JSON,
            "{\"type\":\"click\",\"session\":\"s-1\",\"product\":\"l1\",\"query_id\":\"%s\",\"position\":1,\"time\":\"2026-01-02T08:00:00Z\"}"
                .formatted(queryId));
    untilSeen(text("#most tr", "lantern"));
    assertTrue(text("#most tr", "lantern").textContent().contains("100%"));
    untilSeen(text("#empty tr", "unicycle"));
    assertEquals(0, text("#empty td.words", "uni").filter(exactly("uni")).count(), "a half word");
    assertTrue(page.locator("#positions svg").getAttribute("aria-label").contains("1: 1,"));
    visit.expectAccessible();

    text("#empty tr", "unicycle").locator("button").click();
    page.fill("#synonym-words", "unicycle, lantern");
    Locator synonyms = page.locator(".decision").nth(1);
    synonyms.getByText("Preview").click();
    text("#synonyms-said", "0 products as it is, 1 with it").waitFor();
    synonyms.getByText("Put in force").click();
    text("#synonyms-said", "unicycle is in force").waitFor();
    assertEquals(1, Shop.json(room.shop().get("/v1/search?q=unicycle")).get("found").intValue());
    synonyms.locator("[aria-label='Remove unicycle']").click();
    text("#synonyms-said", "is gone").waitFor();
  }

  private static Locator.FilterOptions exactly(String text) {
    return new Locator.FilterOptions().setHasText(Pattern.compile("^" + text + "$"));
  }

  @Test
  void aRuleIsTriedPutInForceChangedAndTakenAway() {
    Locator rules = page.locator(".decision").first();
    page.fill("#rule-words", "mug");
    page.fill("#rule-pin", "b1");
    rules.getByText("Preview").click();
    Locator asItIs = rules.locator(".side:first-child .card-title").first();
    Locator withIt = rules.locator(".side:last-child .card-title").first();
    withIt.waitFor();
    assertEquals("Party bunting", withIt.textContent());
    assertFalse(asItIs.textContent().contains("bunting"));
    visit.expectAccessible();
    assertEquals(3, Shop.json(room.shop().get("/v1/search?q=mug")).get("found").intValue());

    page.fill("#q", "mug");
    rules.getByText("Put in force").click();
    text("#rules-said", "mug is in force").waitFor();
    page.locator(FIRST_HIT + " >> text=Party bunting").waitFor();
    rules.locator("[aria-label='Edit mug']").click();
    assertEquals("b1", page.inputValue("#rule-pin"));
    page.fill("#rule-pin", "");
    page.fill("#rule-hide", "m1");
    rules.getByText("Put in force").click();
    text(".decisions li", "hides m1").waitFor();
    page.fill("#rule-pin", "b1@none");
    page.fill("#rule-raise", "price <");
    page.fill("#rule-words", "mug");
    rules.getByText("Preview").click();
    page.locator("#rules-said.wrong").waitFor();
    visit.forgive();
    rules.locator("[aria-label='Remove mug']").click();
    text("#rules-said", "mug is gone").waitFor();
  }

  @Test
  void aPersonsProfileAndWhyTheySeeWhatTheySee() {
    page.fill("#person-id", "u1");
    page.keyboard().press("Enter");
    text("#person-facts dd", "3 × purchase").waitFor();
    page.locator("#person-hits .why").first().waitFor();
    text("#person-hits .why", "White heart candle").first().waitFor();
    page.fill("#person-id", "nobody at all");
    page.keyboard().press("Enter");
    text("#person-said.wrong", "nothing is known").waitFor();
    visit.forgive();
  }

  @Test
  void trainingAndRollingBack() {
    page.locator("#train").click();
    untilSeen(serving(2));
    page.locator("#roll-back").click();
    serving(1).waitFor();
  }

  private Locator serving(int generation) {
    return page.locator("#generations tr.serving td:first-child").filter(exactly("" + generation));
  }

  @Test
  void whatIsMissingRejectedAndUnknownIsShownByLineFieldAndReason() throws IOException {
    text("#rejects", "No import has rejected a line").waitFor();
    text("#unknown", "Every event names a product").waitFor();
    Path rejects = Files.createDirectories(room.directory().resolve("rejects"));
    Files.writeString(
        rejects.resolve("spring-20260102-082600.csv.reasons.tsv"),
        "line\tfield\treason\n2\tprice\tprice must be a price, got <b>cheap</b>\n7\t\tno comma\n");
    room.shop().put("plain", Map.of("title", "Plain <i>thing</i>"));
    room.shop()
        .send(
            "POST",
            "/v1/events",
            Shop.JSON,
            "{\"type\":\"view\",\"session\":\"s-3\",\"product\":\"gone-1\",\"time\":\"2026-01-02T08:00:00Z\"}");
    page.reload();
    Locator rejected = page.locator("#rejects tbody tr");
    assertEquals("2priceprice must be a price, got <b>cheap</b>", rejected.first().textContent());
    assertEquals("7–no comma", rejected.nth(1).textContent());
    assertTrue(page.locator("#rejects summary").textContent().contains("2 rejected"));
    assertEquals("gone-11", page.locator("#unknown tbody tr").textContent());
    page.locator("[aria-label='Which products have no price?']").click();
    text(".examples li", "plain Plain <i>thing</i>").waitFor();
    visit.expectAccessible();
    Files.delete(rejects.resolve("spring-20260102-082600.csv.reasons.tsv"));
    room.shop().remove("plain");
  }
}
