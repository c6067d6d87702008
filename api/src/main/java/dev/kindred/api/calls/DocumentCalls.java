package dev.kindred.api.calls;

import dev.kindred.api.route.Access;
import dev.kindred.api.route.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;

/** The API's own description, for machines and for people, and the widgets for pages. */
public final class DocumentCalls {
  private final Supplier<byte[]> openApi;
  private final Page page = Page.of("docs");
  private final Document widgets =
      new Document("text/javascript; charset=utf-8", WidgetFile.text());

  /**
   * @param openApi the OpenAPI document in UTF-8, of all routes, these ones included
   */
  public DocumentCalls(Supplier<byte[]> openApi) {
    this.openApi = openApi;
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
            .by(page::answer),
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
        .header("Cross-Origin-Resource-Policy", "cross-origin");
    widgets.answer(request);
  }
}
