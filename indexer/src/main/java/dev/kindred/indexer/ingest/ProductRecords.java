package dev.kindred.indexer.ingest;

import dev.kindred.indexer.json.AttributeJson;
import dev.kindred.indexer.json.ProductJson;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.InvalidFieldException;
import dev.kindred.model.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/** Makes products of a file's records. */
final class ProductRecords {
  private static final int TITLE_FROM_DESCRIPTION = 100;

  private final FieldMapping mapping;
  private final Warnings warnings;
  private final AttributeRecords attributes;

  ProductRecords(FieldMapping mapping, Warnings warnings) {
    this.mapping = mapping;
    this.warnings = warnings;
    this.attributes = new AttributeRecords(mapping);
  }

  /**
   * @throws InvalidFieldException naming the field that cannot be used
   */
  Product read(ObjectNode record) {
    Controls.replace(record, warnings);
    if (mapping.exact() && ProductJson.FIELDS.containsAll(record.propertyNames())) {
      return ProductJson.read(record);
    }
    Cells cells = new Cells(mapping, record, warnings);
    String description = cells.paragraphs("description");
    Optional<Money> price = cells.money("price");
    Optional<String> currency = cells.word("currency").or(() -> price.flatMap(Money::currency));
    OptionalDouble rating = cells.stars("rating");
    OptionalInt reviews = cells.whole("review_count", "a whole number >= 0");
    return new Product(
        cells.neededWord("id"),
        title(cells, record, description),
        description,
        cells.line("brand"),
        cells.node("categories").map(n -> Categories.of(n, mapping)).orElse(List.of()),
        price.map(m -> cells.divided("price", m.amount())),
        currency.map(c -> c.toUpperCase(Locale.ROOT)),
        cells.word("in_stock").map(ProductRecords::inStock).orElse(true),
        cells.word("image"),
        cells.word("url"),
        cells.word("variant_of"),
        rating,
        reviews,
        cells.word("created_at").map(t -> Times.parse("created_at", t)),
        allAttributes(cells, record));
  }

  private String title(Cells cells, ObjectNode record, String description) {
    Optional<String> title = cells.line("title");
    if (title.isPresent()) {
      return title.get();
    }
    Optional<String> name =
        Optional.ofNullable(record.get("name"))
            .filter(n -> n.isString() && !mapping.exact())
            .map(n -> CleanText.line(n.stringValue()))
            .filter(n -> !n.isEmpty());
    if (name.isPresent()) {
      warnings.add("title: missing, taken from name");
      return name.get();
    }
    Optional<String> brand = cells.line("brand").filter(b -> description.isBlank());
    if (brand.isPresent() && !mapping.exact()) {
      warnings.add("title: missing, taken from the brand");
      return brand.get();
    }
    if (description.isBlank() || mapping.exact()) {
      throw new InvalidFieldException("title", "given", "");
    }
    warnings.add("title: missing, taken from the description's beginning");
    String sentence = description.split("(?<=[.!?])\\s|\\n", 2)[0];
    if (sentence.length() <= TITLE_FROM_DESCRIPTION) {
      return sentence;
    }
    int blank = sentence.lastIndexOf(' ', TITLE_FROM_DESCRIPTION);
    int end =
        blank > 0
            ? blank
            : sentence.offsetByCodePoints(
                0, Math.min(40, sentence.codePointCount(0, sentence.length())));
    return sentence.substring(0, end) + "...";
  }

  private Map<String, AttributeValue> allAttributes(Cells cells, ObjectNode record) {
    Map<String, AttributeValue> all = new LinkedHashMap<>();
    cells.node("attributes").ifPresent(n -> all.putAll(AttributeJson.readAll(n)));
    attributes.readInto(all, record);
    return all;
  }

  private static boolean inStock(String text) {
    String t = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]|https?://schema[.]org/", "");
    if (t.matches("-?[0-9]+([.][0-9]+)?")) {
      return Double.parseDouble(t) > 0;
    }
    return switch (t.replaceAll(".*schema[.]org", "")) {
      case "true",
          "yes",
          "y",
          "instock",
          "available",
          "preorder",
          "backorder",
          "onlineonly",
          "limitedavailability",
          "instoreonly" ->
          true;
      case "false", "no", "n", "outofstock", "soldout", "unavailable", "discontinued" -> false;
      default -> throw new InvalidFieldException("in_stock", "true or false, or in stock", text);
    };
  }
}
