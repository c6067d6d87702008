package dev.kindred.api;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, driven by Playwright; nothing is downloaded. */
final class Chromium {
  private static final List<String> KNOWN_PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  /** For a closed network, and for running as root in a container. */
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private Chromium() {}

  /** Where it is; without it the test is skipped, or fails where CI needs it. */
  static Path requirePath() {
    Optional<Path> found =
        Stream.concat(Stream.ofNullable(System.getenv("KINDRED_CHROMIUM")), KNOWN_PLACES.stream())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("CI needs Chromium: install it, or set KINDRED_CHROMIUM");
    }
    if (found.isEmpty()) {
      System.out.println("skipped: no Chromium; install it, or set KINDRED_CHROMIUM to its path");
    }
    assumeTrue(found.isPresent(), "no Chromium");
    return found.orElseThrow();
  }

  /** The browser of all tests, started for the first and closed after the last. */
  static Browser browser() {
    return Running.BROWSER;
  }

  private static final class Running {
    private static final Playwright PLAYWRIGHT =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser BROWSER =
        PLAYWRIGHT
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(requirePath()).setArgs(QUIET));

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
    }
  }
}
