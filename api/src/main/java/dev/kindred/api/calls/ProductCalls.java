package dev.kindred.api.calls;

import dev.kindred.analyzers.review.AspectSummary;
import dev.kindred.api.http.JsonReply;
import dev.kindred.api.http.QueryArguments;
import dev.kindred.api.http.RequestBody;
import dev.kindred.api.route.Access;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.UnknownProductException;
import dev.kindred.indexer.json.ProductJson;
import dev.kindred.indexer.store.Change;
import dev.kindred.model.InvalidFieldException;
import dev.kindred.model.Product;
import io.javalin.http.Context;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Products: put, read, changed in part, taken away. */
public final class ProductCalls {
  private static final Writing.Kept<Product> PRODUCTS =
      new Writing.Kept<>(ProductJson::read, Product::id, Change.PutProduct::new);

  private final Kindred kindred;
  private final RequestBody body;
  private final Writing writing;

  public ProductCalls(Kindred kindred, RequestBody body) {
    this.kindred = kindred;
    this.body = body;
    this.writing = new Writing(kindred, body);
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/v1/products")
            .about("products", "Adds or replaces products: one, an array, or one per line")
            .query(Writing.PARAMETERS)
            .form("Products", RequestBody.JSON, RequestBody.LINES)
            .gives(200, "what became of each", "Written")
            .gives(201, "one new product", "Written")
            .gives(207, "some were refused; the results say which and why", "Written")
            .by(r -> writing.many(r, PRODUCTS, refresh(r))),
        Route.get("/v1/products/{id}")
            .about("products", "A product as it is stored")
            .openTo(Access.PUBLIC)
            .gives(200, "the product", "Product")
            .by(this::read),
        Route.get("/v1/products/{id}/reviews/summary")
            .about("products", "What the reviews of a product say, aspect by aspect")
            .openTo(Access.PUBLIC)
            .gives(200, "the summary; without reviews it is empty", "ReviewSummary")
            .by(this::reviewSummary),
        Route.put("/v1/products/{id}")
            .about("products", "Adds or replaces a product")
            .query(Writing.PARAMETERS)
            .form("Product", RequestBody.JSON)
            .gives(200, "it was replaced, or was the same already", "Written")
            .gives(201, "it is new", "Written")
            .by(this::put),
        Route.patch("/v1/products/{id}")
            .about("products", "Changes fields of a product (JSON merge patch: null removes)")
            .query(Writing.PARAMETERS)
            .form("ProductPatch", RequestBody.MERGE_PATCH, RequestBody.JSON)
            .gives(200, "it was changed", "Written")
            .by(this::patch),
        Route.delete("/v1/products/{id}")
            .about("products", "Takes a product away")
            .query(Writing.PARAMETERS)
            .gives(200, "it is gone", "Written")
            .by(this::delete));
  }

  private void read(Context request) {
    String id = request.pathParam("id");
    Product product =
        kindred.store().product(id).orElseThrow(() -> new UnknownProductException(id)).product();
    JsonReply.write(
        request,
        out ->
            AspectJson.writeWithProduct(
                product, kindred.aspects(id), kindred.titleFeatures(product), out));
  }

  private void reviewSummary(Context request) {
    String id = request.pathParam("id");
    requireThere(id);
    AspectSummary summary = kindred.aspects(id).orElseGet(() -> AspectSummary.of(List.of()));
    JsonReply.write(
        request,
        out -> {
          out.writeStartObject();
          out.writeStringProperty("product", id);
          AspectJson.write(summary, out);
          out.writeEndObject();
        });
  }

  private void put(Context request) {
    String id = request.pathParam("id");
    JsonNode json = body.json(request);
    if (json instanceof ObjectNode object && !object.has("id")) {
      object.put("id", id);
    }
    Product product = ProductJson.read(json);
    if (!product.id().equals(id)) {
      throw new InvalidFieldException("id", "the id in the path, " + id, product.id());
    }
    writing.one(request, id, new Change.PutProduct(product), refresh(request));
  }

  private void patch(Context request) {
    String id = request.pathParam("id");
    JsonNode patch = body.json(request);
    requireThere(id);
    writing.one(
        request,
        id,
        new Change.UpdateProduct(id, product -> ProductJson.patch(product, patch)),
        refresh(request));
  }

  private void delete(Context request) {
    String id = request.pathParam("id");
    requireThere(id);
    writing.one(request, id, new Change.DeleteProduct(id), refresh(request));
  }

  private void requireThere(String id) {
    if (kindred.store().product(id).isEmpty()) {
      throw new UnknownProductException(id);
    }
  }

  private static boolean refresh(Context request) {
    return QueryArguments.of(request, Writing.PARAMETERS).flag("refresh", false);
  }
}
