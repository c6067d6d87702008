package dev.kindred.api.calls;

import dev.kindred.api.route.Access;
import dev.kindred.api.route.Route;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The API's own description, for machines and for people, and the widgets for pages. */
public final class DocumentCalls {
  private final Supplier<byte[]> openApi;
  private final byte[] page;
  private final byte[] widgets;
  private final String widgetsTag;

  /**
   * @param openApi the OpenAPI document in UTF-8, of all routes, these ones included
   */
  public DocumentCalls(Supplier<byte[]> openApi) {
    this.openApi = openApi;
    this.page = resource("/storefront/docs/index.html");
    this.widgets = WidgetFile.bytes();
    this.widgetsTag = "W/\"" + Integer.toHexString(Arrays.hashCode(widgets)) + "\"";
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
            .by(this::page),
        Route.get("/widgets/kindred.js")
            .about("documentation", "The widgets as one JavaScript module, for pages of any host")
            .openTo(Access.OPEN)
            .gives(200, "the module")
            .gives(304, "it is as the browser has it")
            .by(this::widgets));
  }

  /** Without the header a page of another host could not load a module from here. */
  private void widgets(Context request) {
    request
        .header("Access-Control-Allow-Origin", "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header("Cache-Control", "no-cache")
        .header("ETag", widgetsTag);
    if (widgetsTag.equals(request.header("If-None-Match"))) {
      request.status(304);
    } else {
      request.contentType("text/javascript; charset=utf-8").result(widgets);
    }
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
