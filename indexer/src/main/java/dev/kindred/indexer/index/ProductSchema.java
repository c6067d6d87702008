package dev.kindred.indexer.index;

import dev.kindred.analyzers.ProductAnalyzer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names of Lucene fields, and nothing else knows them.
 *
 * <p>Text to be searched is in a few analysed fields. A value to filter, count or sort by is in doc
 * values named {@code kind.name}, where name is the product's own field ({@code number.price}) or
 * {@code attributes.} and the attribute's ({@code text.attributes.colour}). Texts and flags are
 * found through terms {@code kind.name=value} of one field, {@link #VALUES}, and that a product has
 * a field at all through {@code kind.name} in {@link #NAMES}: thousands of attributes cost no
 * inverted field each. Numbers and dates have points.
 */
final class ProductSchema {
  /** Changes whenever documents made by older code would be searched wrongly. */
  static final String VERSION = "6";

  static final String TITLE = "title";

  /** The title with the words as they stand. */
  static final String TITLE_EXACT = "title.exact";

  /** The words of everything but the description as people spell them; they cannot be scored. */
  static final String WORDS = "words";

  /** All text: title, description, brand, categories, values of attributes. */
  static final String EVERYTHING = "everything";

  /** Names of attributes but for flags that are off; a name alone makes no match. */
  static final String ATTRIBUTE_NAMES = "attribute.names";

  /** Normalised ids, codes and titles, each as one term. */
  static final String EXACT = "exact";

  /** ISO 639-1 codes of the languages a product is described in, or {@link #NO_LANGUAGE}. */
  static final String LANGUAGE = "language";

  /** Nothing tells the language. */
  static final String NO_LANGUAGE = "und";

  /** Long words of title, brand and categories from back to front; they cannot be scored. */
  static final String LONG_REVERSED = "words.reversed";

  static final String ID = "id";
  static final String NUMBER = "number";
  static final String SEQUENCE = "sequence";
  static final String GROUP = "group";

  /** What makes a product's kind, as {@link Kinds} reads it: only doc values. */
  static final String KIND = "kind";

  static final String JSON = "json";
  static final String VALUES = "values";
  static final String NAMES = "names";

  /** Longer texts are searched, but neither counted nor compared as a whole. */
  static final int LONGEST_VALUE = 1_000;

  private static final String ATTRIBUTES = "attributes.";
  private static final Set<String> OWN =
      Set.of(
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
          "created_at");

  /** Attributes that identify a product. */
  private static final Set<String> CODES =
      Set.of(
          "sku",
          "mpn",
          "ean",
          "gtin",
          "upc",
          "isbn",
          "asin",
          "model",
          "model_number",
          "modelnumber",
          "part_number",
          "code",
          "article_number",
          "item_number",
          "manufacturer_part_number",
          "name",
          "gtin13",
          "gtin14",
          "gtin12",
          "gtin8",
          "isbn13");

  private ProductSchema() {}

  /** What an index must have been built with to be used as it is. */
  static String fingerprint() {
    return VERSION + "/" + ProductAnalyzer.VERSION;
  }

  /** The name under which an attribute is stored. */
  static String attribute(String name) {
    return ATTRIBUTES + name;
  }

  /** The stored name that a name in a request means: a field of all products, or an attribute. */
  static String stored(String requested) {
    return requested.startsWith(ATTRIBUTES) || OWN.contains(requested)
        ? requested
        : attribute(requested);
  }

  /** The kind of a field that every product could have; empty for attributes. */
  static Optional<FieldKind> ownKind(String name) {
    return switch (name) {
      case "price", "rating", "review_count" -> Optional.of(FieldKind.NUMBER);
      case "in_stock" -> Optional.of(FieldKind.FLAG);
      case "created_at" -> Optional.of(FieldKind.DATE);
      default -> OWN.contains(name) ? Optional.of(FieldKind.TEXT) : Optional.empty();
    };
  }

  static Set<String> ownNames() {
    return OWN;
  }

  /** A stored name as people write it. */
  static String shown(String name) {
    return name.startsWith(ATTRIBUTES) ? name.substring(ATTRIBUTES.length()) : name;
  }

  /** The field of doc values and points of a kind, and its term in {@link #NAMES}. */
  static String field(FieldKind kind, String name) {
    return kind.prefix() + '.' + name;
  }

  /** The term in {@link #VALUES} of a text or flag. */
  static String term(FieldKind kind, String name, String value) {
    return field(kind, name) + '=' + folded(value);
  }

  /** How texts are compared: without regard to case and to blanks around them. */
  static String folded(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether an attribute's values identify the product. */
  static boolean isCode(String attribute) {
    return CODES.contains(attribute.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
  }
}
