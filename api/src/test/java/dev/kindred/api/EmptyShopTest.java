package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a newcomer sees who has imported nothing: every page says what to do. */
class EmptyShopTest {
  @RegisterExtension static final Room room = new Room(Shop::empty);

  private final Visit visit = room.visit(new Browser.NewContextOptions());
  private final Page page = visit.page;

  private void waitFor(String selector, String text) {
    page.locator(selector, new Page.LocatorOptions().setHasText(text)).first().waitFor();
  }

  @Test
  void theStorefrontSaysHowToFillTheShop() {
    page.navigate(room.address() + "/");
    waitFor(".sorry", "kindred import products");
    visit.expectAccessible();
    page.fill("#box", "mug");
    page.keyboard().press("Enter");
    waitFor("kindred-search .notice", "Nothing found");
    visit.expectAccessible();
  }

  @Test
  void theConsoleSaysWhatIsNotThereYet() {
    page.navigate(room.address() + "/console/");
    waitFor("#generations", "Nothing is trained yet");
    waitFor("#most", "Nobody has searched yet");
    waitFor("#empty", "Nobody has searched yet");
    waitFor("#unknown", "Every event names a product");
    page.locator("#train").click();
    waitFor("#training.wrong", "nothing to learn from: the shop has no products");
    assertEquals(List.of(), room.shop().kindred.store().generations());
    visit.expectAccessible();
  }
}
