package dev.kindred.api.calls;

import dev.kindred.api.route.Access;
import dev.kindred.api.route.Route;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The API's own description, for machines and for people. */
public final class DocumentCalls {
  private final Supplier<byte[]> openApi;
  private final byte[] page;

  /**
   * @param openApi the OpenAPI document in UTF-8, of all routes, these ones included
   */
  public DocumentCalls(Supplier<byte[]> openApi) {
    this.openApi = openApi;
    this.page = resource("/storefront/docs/index.html");
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/openapi.json")
            .about("documentation", "This API as an OpenAPI 3.1 document")
            .openTo(Access.OPEN)
            .gives(200, "the document", "OpenApi")
            .by(r -> r.contentType("application/json").result(openApi.get())),
        Route.get("/docs")
            .about("documentation", "This API as a page to read")
            .openTo(Access.OPEN)
            .gives(200, "a page")
            .by(this::page));
  }

  private void page(Context request) {
    request.contentType("text/html; charset=utf-8").result(page);
  }

  private static byte[] resource(String path) {
    try (InputStream file =
        Objects.requireNonNull(DocumentCalls.class.getResourceAsStream(path), path)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
