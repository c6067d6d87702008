package dev.kindred.api;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A shop that is open, and a browser to visit it with, for all tests of a class. */
final class Room {
  final Shop shop;
  final Browser browser;
  private final Playwright playwright;

  private Room(Shop shop, Playwright playwright, Browser browser) {
    this.shop = shop;
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Opens both; without Chromium the tests are skipped before the shop is opened. */
  static Room open(Supplier<Shop> shop) {
    Path chromium = Chromium.requirePath();
    Playwright playwright = Chromium.playwright();
    Browser browser = playwright.chromium().launch(Chromium.options(chromium));
    return new Room(shop.get(), playwright, browser);
  }

  /** Closes both, if it came to opening them. */
  static void close(@Nullable Room room) {
    if (room != null) {
      room.playwright.close();
      room.shop.close();
    }
  }

  /** Where Kindred answers, without a slash at the end. */
  String address() {
    return "http://127.0.0.1:" + shop.server.port();
  }

  /** A window of its own that may ask Kindred, and these hosts besides. */
  Visit visit(Browser.NewContextOptions options, String... others) {
    List<String> hosts = new ArrayList<>(List.of(others));
    hosts.add(address());
    return new Visit(browser, options, hosts);
  }
}
