package dev.kindred.api;

import com.microsoft.playwright.Browser;

/** The sizes of window that every page must look well in. */
enum Screen {
  DESKTOP(1440, 900),
  PHONE(390, 844);

  final int width;
  private final int height;

  Screen(int width, int height) {
    this.width = width;
    this.height = height;
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions().setViewportSize(width, height);
  }
}
