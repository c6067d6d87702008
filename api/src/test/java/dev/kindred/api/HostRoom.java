package dev.kindred.api;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A {@link Room} whose shop invites another host, and that host with its one page. */
final class HostRoom implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  /** What visitors' calls need of a guarded shop. */
  static final String KEY = "a-search-key-of-24-chars";

  final HostPage host = new HostPage();
  private final Room room;

  private HostRoom(ApiSettings.Keys keys, Runnable requirements, UnaryOperator<Shop> furnishing) {
    ApiSettings settings =
        ApiSettings.DEFAULTS
            .listeningOn("127.0.0.1", 0)
            .openTo(List.of(host.origin()))
            .guardedBy(keys);
    room =
        new Room(directory -> {
          requirements.run();
          return furnishing.apply(Shop.open(directory, settings));
        });
  }

  /** A shop for pages with widgets. */
  static HostRoom forWidgets(UnaryOperator<Shop> furnishing) {
    return new HostRoom(ApiSettings.Keys.NONE, () -> {}, furnishing);
  }

  /** A guarded shop for pages made for Algolia, whose published packages the host serves. */
  static HostRoom forAlgoliasPackages(UnaryOperator<Shop> furnishing) {
    ApiSettings.Keys keys =
        new ApiSettings.Keys(Optional.of(KEY), Optional.of("an-admin-key-of-24-chars"));
    HostRoom room = new HostRoom(keys, NpmPackages::require, furnishing);
    NpmPackages.FILES.forEach(
        (path, file) -> room.host.serve(path, () -> NpmPackages.script(file)));
    return room;
  }

  Shop shop() {
    return room.shop();
  }

  /** Where Kindred answers, without a slash at the end. */
  String address() {
    return room.address();
  }

  /** A window that may ask Kindred and the host. */
  Visit visit() {
    return room.visit(new Browser.NewContextOptions(), host.origin());
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    room.beforeAll(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    room.afterEach(context);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    room.afterAll(context);
    host.close();
  }
}
