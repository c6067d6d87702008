package dev.kindred.api;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Packages of other products, as their authors published them. */
final class NpmPackages {
  private static final Path FOLDER = Path.of("target/npm");

  /** What pages load, by the path they ask for. */
  static final Map<String, String> FILES =
      Map.of(
          "/instantsearch.js", "instantsearch.js/dist/instantsearch.production.min.js",
          "/algoliasearch.js", "algoliasearch/dist/lite/builds/browser.umd.js",
          "/insights.js", "search-insights/dist/search-insights.iife.min.js");

  private NpmPackages() {}

  /** Without them the test is skipped, or fails where CI needs it. */
  static void require() {
    boolean there = Files.isDirectory(FOLDER.resolve("instantsearch.js"));
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("CI needs the packages: run api/src/test/npm/fetch");
    }
    if (!there) {
      System.out.println("skipped: no InstantSearch; api/src/test/npm/fetch fetches it by npm");
    }
    assumeTrue(there, "no InstantSearch");
  }

  static String script(String path) {
    try {
      return Files.readString(FOLDER.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
