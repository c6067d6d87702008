package dev.kindred.api;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A shop that is open for all tests of a class, and windows to visit it with. After each test its
 * windows are closed, and the test fails if a page complained. Without Chromium the tests are
 * skipped before the shop is opened.
 */
final class Room implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private final Function<Path, Shop> opening;
  private final List<Visit> visits = new ArrayList<>();
  private @Nullable Path directory;
  private @Nullable Shop shop;

  /**
   * @param opening opens the shop in an empty folder
   */
  Room(Function<Path, Shop> opening) {
    this.opening = opening;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Chromium.requirePath();
    directory = Files.createTempDirectory("room");
    shop = opening.apply(directory);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<Visit> ended = List.copyOf(visits);
    visits.clear();
    ended.forEach(Visit::close);
    ended.forEach(Visit::expectNoComplaints);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (shop != null) {
      shop.close();
    }
    if (directory != null) {
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(Room::delete);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Shop shop() {
    return Objects.requireNonNull(shop, "no test runs");
  }

  /** The shop's data directory. */
  Path directory() {
    return Objects.requireNonNull(directory, "no test runs");
  }

  /** Where Kindred answers, without a slash at the end. */
  String address() {
    return "http://127.0.0.1:" + shop().server.port();
  }

  /** A window of its own that may ask Kindred, and these hosts besides. */
  Visit visit(Browser.NewContextOptions options, String... others) {
    List<String> hosts = new ArrayList<>(List.of(others));
    hosts.add(address());
    Visit visit = new Visit(Chromium.browser(), options, hosts);
    visits.add(visit);
    return visit;
  }
}
