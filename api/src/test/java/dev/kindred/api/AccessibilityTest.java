package dev.kindred.api;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No serious or critical finding on any page in any of its states, wide and narrow, light and dark.
 */
class AccessibilityTest {
  private static final String FOUND = "kindred-search .finder .card:not(.placeholder)";

  @RegisterExtension static final Room room = new Room(directory -> Shop.open(directory).trained());

  private static void open(Page page, String path, String sign) {
    page.navigate(room.address() + path);
    page.locator(sign).first().waitFor();
  }

  @ParameterizedTest
  @EnumSource
  void theHomePageAndItsDialogs(Screen screen) {
    Visit visit = room.visit(screen.options());
    Page page = visit.page;
    open(page, "/", "#for-you .card:not(.placeholder)");
    page.locator("label.switch").click();
    page.locator("#for-you .why").first().waitFor();
    visit.expectAccessible();
    for (String button : List.of("#person-button", "#add-button", "#basket-button")) {
      page.locator(button).click();
      page.locator("dialog[open]").waitFor();
      visit.expectAccessible();
      page.keyboard().press("Escape");
    }
    page.locator("kindred-recommend .add").first().click();
    page.locator("#basket-button").click();
    page.locator(".basket li").waitFor();
    visit.expectAccessible();
    page.keyboard().press("Escape");
    page.locator("#person-button").click();
    page.locator(".people-grid .person").first().click();
    page.locator("#for-you-title", new Page.LocatorOptions().setHasText("customer")).waitFor();
    visit.expectAccessible();
    page.locator("#visitor-button").click();
    page.locator("#box").pressSequentially("cand");
    page.locator("[role=option]").first().waitFor();
    visit.expectAccessible();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsFound(Screen screen) {
    Visit visit = room.visit(screen.options());
    Page page = visit.page;
    open(page, "/?f=categories%3AKitchen", FOUND);
    page.locator(".facets").evaluate("panel => { panel.open = true }");
    visit.expectAccessible();
    open(page, "/?q=zinc+lanten&sort=price", "kindred-search .corrected");
    visit.expectAccessible();
    open(page, "/?q=heart&f=attributes.colour%3Ared&r=price%3A1%3A9", "kindred-search .chip");
    visit.expectAccessible();
    open(page, "/?q=unicycle", "kindred-search .notice");
    visit.expectAccessible();
    page.route("**/v1/**", route -> route.abort());
    page.fill("#box", "mug");
    page.keyboard().press("Enter");
    page.locator("kindred-search [role=alert]").waitFor();
    visit.expectAccessible();
    page.locator(".clear").click();
    page.reload();
    page.locator("kindred-search").waitFor();
    visit.expectAccessible();
    visit.forgive();
  }

  @ParameterizedTest
  @EnumSource
  void aProductsPageAndANewProduct(Screen screen) {
    Visit visit = room.visit(screen.options());
    Page page = visit.page;
    open(page, "/product.html?id=m1", "kindred-similar .card:not(.placeholder)");
    page.locator("kindred-why .why").waitFor();
    visit.expectAccessible();
    page.locator("#add-button").click();
    page.locator("dialog [type=submit]").click();
    Locator placed =
        page.locator("dialog a", new Page.LocatorOptions().setHasText("placed beside"));
    placed.waitFor();
    visit.expectAccessible();
    placed.click();
    page.locator("kindred-similar .card:not(.placeholder)").first().waitFor();
    visit.expectAccessible();
    open(page, "/product.html?id=none", "[role=alert]");
    visit.expectAccessible();
    visit.forgive();
  }

  @ParameterizedTest
  @EnumSource
  void theDocumentationWithACallOpen(Screen screen) {
    Visit visit = room.visit(screen.options());
    open(visit.page, "/docs", "#calls details");
    visit.page.locator("#calls summary").first().click();
    visit.expectAccessible();
  }

  @ParameterizedTest
  @EnumSource
  void theConsoleWithAndWithoutAServer(Screen screen) {
    Visit visit = room.visit(screen.options());
    Page page = visit.page;
    open(page, "/console/", "#sides .why");
    page.locator("#unknown p", new Page.LocatorOptions().setHasText("Every event")).waitFor();
    page.fill("#person-id", "u1");
    page.keyboard().press("Enter");
    page.locator("#person-hits .why").first().waitFor();
    visit.expectAccessible();
    page.route("**/v1/**", route -> route.abort());
    page.locator("#ask button").click();
    page.locator("#wrong:not(:empty)").waitFor();
    visit.expectAccessible();
    // The console goes on asking: what fails after this line would count as a complaint.
    page.navigate("about:blank");
    visit.forgive();
  }
}
