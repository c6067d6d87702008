package dev.kindred.cli.kill;

import dev.kindred.indexer.json.ProductJson;
import dev.kindred.model.Product;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a search for one product's own word finds.
 *
 * @param product as it is in the answer; empty if it is not there
 * @param generation of the answer
 */
record Found(Optional<Product> product, int generation) {

  /** Searches for the product with this id. */
  static Found of(Client client, String id) throws IOException {
    JsonNode answer = client.get("/v1/search?limit=5&q=" + Goods.word(id));
    Optional<Product> product = Optional.empty();
    for (JsonNode hit : answer.get("hits")) {
      if (hit.get("id").stringValue().equals(id)) {
        product = Optional.of(ProductJson.read(hit.get("product")));
      }
    }
    return new Found(product, answer.get("generation").intValue());
  }
}
