package dev.kindred.api.calls;

import dev.kindred.analyzers.title.TitleFeatures;
import dev.kindred.indexer.json.Json;
import java.util.Collection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of what a title states; what it does not state is left out. */
final class TitleJson {
  private static final double THOUSANDTHS = 1_000;

  private TitleJson() {}

  static ObjectNode of(TitleFeatures title) {
    ObjectNode json = Json.mapper().createObjectNode();
    title.brand().ifPresent(brand -> json.put("brand", brand));
    title.type().ifPresent(type -> json.put("type", type));
    title.model().ifPresent(model -> json.put("model", model));
    names(json, "colours", title.colours());
    names(json, "materials", title.materials());
    names(json, "sizes", title.sizes());
    names(json, "audiences", title.audiences());
    if (!title.quantities().isEmpty()) {
      ArrayNode quantities = json.putArray("quantities");
      for (TitleFeatures.Quantity quantity : title.quantities()) {
        quantities
            .addObject()
            .put("kind", quantity.kind())
            .put("amount", rounded(quantity.amount()))
            .put("unit", quantity.unit());
      }
    }
    title.cableLengthMetres().ifPresent(metres -> json.put("cable_length", rounded(metres)));
    title.pieces().ifPresent(pieces -> json.put("pieces", pieces));
    return json;
  }

  private static void names(ObjectNode json, String field, Collection<String> names) {
    if (!names.isEmpty()) {
      ArrayNode array = json.putArray(field);
      names.stream().sorted().forEach(array::add);
    }
  }

  private static double rounded(double value) {
    return Math.round(value * THOUSANDTHS) / THOUSANDTHS;
  }
}
