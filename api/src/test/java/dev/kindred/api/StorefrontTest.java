package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.store.StoredEvent;
import dev.kindred.model.EventType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A visit to the shop in a real browser. */
class StorefrontTest {
  private static final String FOUND = "kindred-search .finder .card:not(.placeholder)";
  private static final String FOR_YOU = "#for-you .card:not(.placeholder)";

  private static final Locator.WaitForOptions THERE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

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
    page.navigate(address());
    page.locator(FOR_YOU).first().waitFor();
  }

  private static String address() {
    return room.address() + "/";
  }

  private void search(String words) {
    page.fill("#box", words);
    page.keyboard().press("Enter");
    heading(words).waitFor();
  }

  private Locator heading(String words) {
    return page.locator(".found-title", new Page.LocatorOptions().setHasText(words));
  }

  private List<String> titles() {
    return page.locator(FOUND + " .card-title").allTextContents();
  }

  @Test
  void aSlipIsNoticedFiltersNarrowAndBackUndoesThem() {
    page.fill("#box", "zinc lanten");
    page.keyboard().press("Enter");
    heading("zinc lantern").waitFor();
    assertTrue(page.locator(".corrected").textContent().contains("lanten"));
    search("heart");
    assertEquals(3, titles().size(), titles().toString());
    assertEquals("heart", page.locator(".card-title mark").first().textContent());
    page.locator("label.choice", new Page.LocatorOptions().setHasText("red")).click();
    page.locator(".chip").waitFor();
    waitForTitles(1);
    page.locator("label.choice", new Page.LocatorOptions().setHasText("white")).click();
    waitForTitles(2);
    page.reload();
    waitForTitles(2);
    page.goBack();
    waitForTitles(1);
    page.goBack();
    waitForTitles(3);
    search("nothing like this");
    page.locator("kindred-search .notice").waitFor();
  }

  private void waitForTitles(int count) {
    page.waitForFunction(
        "n => document.querySelector('kindred-search').shadowRoot.querySelectorAll('.finder .grid:not([aria-busy]) .card:not(.placeholder)').length === n",
        count);
  }

  @Test
  void byKeyboardAloneFromTheBoxToTheBasketAndKindredHearsOfIt() {
    page.keyboard().press("/");
    page.keyboard().type("cand");
    page.locator("[role=option]").first().waitFor();
    assertEquals("true", page.locator("#box").getAttribute("aria-expanded"));
    page.keyboard().press("ArrowDown");
    assertEquals("option-0", page.locator("#box").getAttribute("aria-activedescendant"));
    String chosen = page.locator("[aria-selected=true] .option-text").textContent();
    page.keyboard().press("Escape");
    assertEquals("false", page.locator("#box").getAttribute("aria-expanded"));
    page.keyboard().type("le");
    page.keyboard().press("Enter");
    heading("candle").waitFor();
    assertTrue(titles().contains(chosen), titles().toString());
    while (!(Boolean) page.evaluate(focusIsIn("card-link"))) {
      page.keyboard().press("Tab");
    }
    String opened = page.locator("kindred-search .card-link:focus").textContent();
    page.keyboard().press("Enter");
    page.locator("h1", new Page.LocatorOptions().setHasText(opened)).waitFor();
    page.locator("kindred-similar .card:not(.placeholder)").first().waitFor();
    page.locator(".product-actions .button").first().focus();
    page.keyboard().press("Enter");
    page.locator("#basket-button .count", new Page.LocatorOptions().setHasText("1")).waitFor();
    page.goBack();
    heading("candle").waitFor();
    page.waitForCondition(() -> {
      var events = room.shop().kindred.store().counts().events();
      return List.of(EventType.CLICK, EventType.VIEW, EventType.CART).stream()
          .allMatch(type -> events.getOrDefault(type, 0L) > 0);
    });
  }

  private static String focusIsIn(String name) {
    return "() => document.querySelector('kindred-search').shadowRoot.activeElement?.classList.contains('"
        + name
        + "') ?? false";
  }

  @Test
  void markupInATitleIsText() {
    search("wrap");
    assertEquals(List.of("Strange & <b>bold</b> wrap"), titles());
    assertEquals(0, page.locator(FOUND + " b").count());
    page.locator(FOUND + " .card-link").click();
    page.locator("h1", new Page.LocatorOptions().setHasText("Strange & <b>bold</b> wrap"))
        .waitFor();
  }

  @Test
  void aTitleWithoutABlankAndALongNameLeaveRoomOnAPhone() {
    String title = "Donaudampfschiffahrt".repeat(15);
    Map<String, ?> product =
        Map.of(
            "title",
            title,
            "price",
            1_234_567.89,
            "attributes",
            Map.of("a_name_of_many_words_that_says_very_little", "value ".repeat(20)));
    room.shop().put("long", product);
    come(Screen.PHONE.options());
    page.locator("#box").pressSequentially("donau");
    page.locator("[role=option]").first().waitFor();
    assertTrue(height("[role=option] >> nth=0") < 80, "the suggestion is two lines high");
    page.navigate(address() + "product.html?id=long");
    page.locator("h1", new Page.LocatorOptions().setHasText(title)).waitFor();
    assertTrue(page.locator(".facts dd").last().boundingBox().width > 150, "room for values");
    assertEquals(390, page.evaluate("() => document.documentElement.scrollWidth"));
    page.locator(".product-actions .button").first().click();
    page.locator("#basket-button").click();
    page.locator(".basket li").waitFor();
    Object wider =
        page.locator("dialog").evaluate("dialog => dialog.scrollWidth > dialog.clientWidth");
    assertEquals(false, wider);
    room.shop().remove("long");
  }

  private double height(String selector) {
    return page.locator(selector).boundingBox().height;
  }

  @Test
  void theBasketAddsUpEachCurrencyByItself() {
    room.shop()
        .put("euro", Map.of("title", "Biscuit tin from Nantes", "price", 3.5, "currency", "EUR"));
    room.shop().put("free", Map.of("title", "Biscuit tin without a price"));
    search("biscuit tin");
    for (String id : List.of("euro", "euro", "free")) {
      page.locator(".finder [data-product=" + id + "] .add").click();
    }
    search("lantern");
    page.locator(".finder [data-product=l1] .add").click();
    page.locator("#basket-button").click();
    assertEquals(List.of("€7.00", "£4.95"), page.locator(".basket-total").allTextContents());
    room.shop().remove("euro");
    room.shop().remove("free");
  }

  @Test
  void aCategoryWithoutBlanksLeadsWhereOneWithBlanksDoes() {
    room.shop().put("tight", Map.of("title", "Oval candle", "categories", List.of("Home>Candles")));
    page.navigate(address() + "product.html?id=tight");
    Locator path = page.locator("nav.path a");
    path.first().waitFor();
    assertEquals(List.of("Home", "Candles"), path.allTextContents());
    path.last().click();
    heading("Candles").waitFor();
    assertTrue(titles().containsAll(List.of("Oval candle", "White heart candle")), "" + titles());
    page.navigate(address() + "?f=categories:Home%3ECandles");
    heading("Candles").waitFor();
    waitForTitles(4);
    Locator chosen = page.locator(".choice[aria-pressed=true]");
    assertTrue(chosen.textContent().startsWith("Candles"), chosen.textContent());
    assertEquals("Home", page.locator("#shelves a[aria-current]").textContent());
    room.shop().remove("tight");
  }

  @Test
  void aPageOfNoProductSaysSoAndTellsNoView() {
    page.navigate(address() + "product.html?id=none");
    page.locator("#product [role=alert]").waitFor();
    page.locator("kindred-similar[empty]").waitFor(THERE);
    page.locator("kindred-together[empty]").waitFor(THERE);
    page.navigate(address() + "product.html");
    page.locator("#product [role=alert]").waitFor();
    page.navigate(address() + "product.html?id=b2");
    page.waitForCondition(() -> viewed("b2"));
    assertFalse(viewed("none"));
    visit.forgive();
  }

  private static boolean viewed(String product) {
    return room.shop().kindred.store().events(0, 1_000).stream()
        .map(StoredEvent::event)
        .anyMatch(e -> e.type() == EventType.VIEW && e.product().equals(Optional.of(product)));
  }

  @Test
  void becomingACustomerChangesTheShelfAndItSaysWhy() {
    page.locator("#person-button").click();
    page.locator(".people-grid .person", new Page.LocatorOptions().setHasText("Customer u1"))
        .click();
    page.locator("#for-you-title", new Page.LocatorOptions().setHasText("customer u1")).waitFor();
    page.locator("label.switch").click();
    page.locator("#for-you .why").first().waitFor();
    List<String> shelf = page.locator(FOR_YOU + " .card-title").allTextContents();
    assertFalse(shelf.contains("White heart candle"), "bought already: " + shelf);
    assertTrue(page.locator("#person-button").textContent().contains("u1"));
  }

  @Test
  void aNewProductIsFoundAndPlacedWithoutTraining() {
    page.locator("#add-button").click();
    page.fill("#new-title", "Lavender pillar candle");
    page.fill("#new-category", "Home > Candles");
    page.locator("dialog [type=submit]").click();
    page.locator("dialog a", new Page.LocatorOptions().setHasText("placed beside")).click();
    page.locator("h1", new Page.LocatorOptions().setHasText("Lavender pillar candle")).waitFor();
    page.locator("kindred-similar .card:not(.placeholder)").first().waitFor();
    assertTrue(
        page.locator("kindred-similar .card-title").first().textContent().contains("candle"));
    search("lavender pillar");
    assertTrue(titles().contains("Lavender pillar candle"), titles().toString());
    room.shop()
        .send("DELETE", "/v1/products/" + page.locator(FOUND).first().getAttribute("data-product"));
  }

  @Test
  void onAPhoneInTheDarkNothingIsWiderThanTheScreen() {
    come(
        Screen.PHONE
            .options()
            .setColorScheme(ColorScheme.DARK)
            .setReducedMotion(ReducedMotion.REDUCE));
    search("mug");
    assertEquals(390, page.evaluate("() => document.documentElement.scrollWidth"));
  }

  @Test
  void aProductsPageShowsWhatReviewersSayAndWhatIsSampleText() {
    String[] texts = {
      "The handle is sturdy and the colour is lovely.",
      "Lovely colour, but the handle broke.",
      "The handle feels good and the colour is bright. <script>alert(1)</script>",
    };
    for (int i = 0; i < texts.length; i++) {
      room.shop()
          .send(
              "POST",
              "/v1/reviews",
              Shop.JSON,
              Json.mapper()
                  .writeValueAsString(
                      Map.of(
                          "review_id",
                          "sample-" + i,
                          "product",
                          "m1",
                          "stars",
                          4,
                          "text",
                          texts[i])));
    }
    room.shop()
        .kindred
        .awaitAspects(room.shop().kindred.store().sequence(), Duration.ofSeconds(20));
    page.navigate(address() + "product.html?id=m1");
    page.locator("kindred-reviews .aspect", new Page.LocatorOptions().setHasText("handle"))
        .first()
        .waitFor();
    assertTrue(page.locator("kindred-reviews .sample").textContent().contains("Sample text"));
    assertEquals(0, page.locator("kindred-reviews script").count());
    for (String beside :
        List.of("kindred-why .why", "kindred-similar .card", "kindred-together .card")) {
      page.locator(beside).first().waitFor();
    }
    visit.expectAccessible();
  }
}
