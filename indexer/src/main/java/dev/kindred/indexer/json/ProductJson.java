package dev.kindred.indexer.json;

import dev.kindred.model.InvalidFieldException;
import dev.kindred.model.Product;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A product's JSON form. What a product does not have is left out when writing. */
public final class ProductJson {
  /** Every field of the form, in the order of writing. */
  public static final List<String> FIELDS =
      List.of(
          "id",
          "title",
          "description",
          "brand",
          "categories",
          "price",
          "currency",
          "in_stock",
          "image",
          "url",
          "variant_of",
          "rating",
          "review_count",
          "created_at",
          "attributes",
          // Told of a product, and passed over when it comes back.
          "aspects",
          "sample_reviews",
          "title_features");

  private ProductJson() {}

  /**
   * @throws MalformedJsonException if the text is not JSON
   * @throws UnknownFieldException if a field is not part of the form
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  public static Product read(String text) {
    return read(Json.parse(text));
  }

  /**
   * @throws UnknownFieldException if a field is not part of the form
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  public static Product read(JsonNode json) {
    Fields fields = new Fields(json, "product", FIELDS, "other fields go under \"attributes\"");
    return new Product(
        fields.requiredText("id"),
        fields.requiredText("title"),
        fields.text("description").orElse(""),
        fields.filledText("brand"),
        fields.texts("categories"),
        fields.decimal("price", "a number from 0 to 1e15"),
        fields.filledText("currency"),
        fields.flag("in_stock").orElse(true),
        fields.filledText("image"),
        fields.filledText("url"),
        fields.text("variant_of"),
        fields.number("rating", "a number from 0 to 5"),
        fields.whole("review_count", "a whole number >= 0"),
        fields.instant("created_at"),
        fields.node("attributes").map(AttributeJson::readAll).orElse(Map.of()));
  }

  /** The form as compact text. */
  public static String write(Product product) {
    return Json.text(out -> write(product, out));
  }

  /** Writes the form as one JSON object. */
  public static void write(Product product, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("id", product.id());
    out.writeStringProperty("title", product.title());
    if (!product.description().isEmpty()) {
      out.writeStringProperty("description", product.description());
    }
    writeText(out, "brand", product.brand());
    if (!product.categories().isEmpty()) {
      out.writeArrayPropertyStart("categories");
      product.categories().forEach(out::writeString);
      out.writeEndArray();
    }
    product.price().ifPresent(p -> out.writeNumberProperty("price", p));
    writeText(out, "currency", product.currency());
    out.writeBooleanProperty("in_stock", product.inStock());
    writeText(out, "image", product.image());
    writeText(out, "url", product.url());
    writeText(out, "variant_of", product.variantOf());
    product.rating().ifPresent(r -> Json.writeNumber(out, "rating", r));
    product.reviewCount().ifPresent(n -> out.writeNumberProperty("review_count", n));
    product.createdAt().ifPresent(t -> out.writeStringProperty("created_at", t.toString()));
    if (!product.attributes().isEmpty()) {
      out.writeName("attributes");
      AttributeJson.writeAll(product.attributes(), out);
    }
    out.writeEndObject();
  }

  /**
   * The product after a JSON merge patch (RFC 7396): a field that is given replaces, {@code null}
   * removes, an object ({@code attributes}) is merged member by member.
   *
   * @throws UnknownFieldException if a field is not part of the form
   * @throws InvalidFieldException if the result breaks a rule, or the patch names another id
   */
  public static Product patch(Product product, JsonNode patch) {
    Fields fields = new Fields(patch, "patch", FIELDS, "other fields go under \"attributes\"");
    Optional<String> id = fields.text("id");
    if (id.isPresent() && !id.get().equals(product.id())) {
      throw new InvalidFieldException("id", "the id of the product, " + product.id(), id.get());
    }
    ObjectNode json = (ObjectNode) Json.parse(write(product));
    merge(json, patch);
    json.put("id", product.id());
    return read(json);
  }

  private static void merge(ObjectNode target, JsonNode patch) {
    patch.forEachEntry((name, value) -> {
      if (value.isNull()) {
        target.remove(name);
      } else if (value.isObject()) {
        if (!(target.get(name) instanceof ObjectNode)) {
          target.putObject(name);
        }
        merge((ObjectNode) target.get(name), value);
      } else {
        target.set(name, value);
      }
    });
  }

  private static void writeText(JsonGenerator out, String name, Optional<String> text) {
    text.ifPresent(t -> out.writeStringProperty(name, t));
  }
}
