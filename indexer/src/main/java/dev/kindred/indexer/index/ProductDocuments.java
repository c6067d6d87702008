package dev.kindred.indexer.index;

import dev.kindred.analyzers.CategoryPath;
import dev.kindred.analyzers.Codes;
import dev.kindred.analyzers.ProductAnalyzer;
import dev.kindred.analyzers.ProductLanguages;
import dev.kindred.analyzers.Tokens;
import dev.kindred.indexer.json.ProductJson;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Turns a product into the Lucene document that {@link ProductSchema} describes. */
final class ProductDocuments {
  private static final int LONGEST_CODE = 200;
  private static final int LONG_WORD = 8;
  private static final FieldType SPELT = spelt();
  private static final ProductAnalyzer SPELT_WORDS = ProductAnalyzer.spelt();

  private ProductDocuments() {}

  private static FieldType spelt() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS);
    type.freeze();
    return type;
  }

  /**
   * @param number the product's number in the store
   * @param sequence of the product's last change
   */
  static Document of(Product product, int number, long sequence) {
    Document document = new Document();
    document.add(new StringField(ProductSchema.ID, product.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(ProductSchema.ID, new BytesRef(product.id())));
    document.add(new NumericDocValuesField(ProductSchema.NUMBER, number));
    document.add(new NumericDocValuesField(ProductSchema.SEQUENCE, sequence));
    String group = product.variantOf().orElse(product.id());
    document.add(new SortedDocValuesField(ProductSchema.GROUP, new BytesRef(group)));
    document.add(new StoredField(ProductSchema.JSON, ProductJson.write(product)));
    addText(product, document);
    addLanguage(product, document);
    addCodes(product, document);
    Kinds.traits(product)
        .forEach(
            t -> document.add(new SortedSetDocValuesField(ProductSchema.KIND, new BytesRef(t))));
    addValues(product, new DocumentValues(document));
    return document;
  }

  private static void addText(Product product, Document document) {
    text(document, ProductSchema.TITLE, product.title());
    text(document, ProductSchema.TITLE_EXACT, product.title());
    spelt(document, product.title());
    everything(document, product.description());
    product.brand().ifPresent(b -> spelt(document, b));
    product.categories().forEach(c -> spelt(document, c));
    product
        .attributes()
        .forEach((name, value) -> {
          attributeText(document, value);
          if (!(value instanceof AttributeValue.Flag flag) || flag.value()) {
            text(document, ProductSchema.ATTRIBUTE_NAMES, name.replace('_', ' '));
          }
        });
  }

  private static void addLanguage(Product product, Document document) {
    Set<String> languages = ProductLanguages.of(product);
    for (String code : languages.isEmpty() ? Set.of(ProductSchema.NO_LANGUAGE) : languages) {
      document.add(new StringField(ProductSchema.LANGUAGE, code, Field.Store.NO));
    }
    Set<String> reversed = new LinkedHashSet<>();
    addLong(product.title(), reversed);
    product.brand().ifPresent(b -> addLong(b, reversed));
    product.categories().forEach(c -> addLong(c, reversed));
    reversed.forEach(
        word -> document.add(new StringField(ProductSchema.LONG_REVERSED, word, Field.Store.NO)));
  }

  private static void addLong(String text, Set<String> reversed) {
    Tokens.visit(
        SPELT_WORDS,
        text,
        (term, kind, start, end) -> {
          if (term.length() >= LONG_WORD) {
            reversed.add(LanguageForms.reversed(term));
          }
        });
  }

  /** A text's words and a number's digits. */
  private static void attributeText(Document document, AttributeValue value) {
    switch (value) {
      case AttributeValue.Text t -> spelt(document, t.value());
      case AttributeValue.Numeric n -> everything(document, plain(n));
      case AttributeValue.Flag f -> {}
      case AttributeValue.Many m -> m.values().forEach(v -> attributeText(document, v));
      case AttributeValue.Group g -> g.values().values().forEach(v -> attributeText(document, v));
    }
  }

  /** Text whose words others are corrected to. */
  private static void spelt(Document document, String value) {
    everything(document, value);
    document.add(new Field(ProductSchema.WORDS, value, SPELT));
  }

  private static void everything(Document document, String value) {
    if (!value.isEmpty()) {
      text(document, ProductSchema.EVERYTHING, value);
    }
  }

  private static void addCodes(Product product, Document document) {
    Set<String> codes = new LinkedHashSet<>();
    codes.add(Codes.normalised(product.id()));
    product
        .attributes()
        .forEach((name, value) -> {
          if (ProductSchema.isCode(name)) {
            addCodes(value, codes);
          }
        });
    Set<String> exact = new LinkedHashSet<>(codes);
    product
        .brand()
        .map(Codes::normalised)
        .ifPresent(brand -> codes.forEach(code -> exact.add(brand + code)));
    exact.add(Codes.normalised(product.title()));
    for (String code : exact) {
      if (!code.isEmpty() && code.length() <= LONGEST_CODE) {
        document.add(new StringField(ProductSchema.EXACT, code, Field.Store.NO));
      }
    }
  }

  private static void addCodes(AttributeValue value, Set<String> codes) {
    switch (value) {
      case AttributeValue.Text t -> codes.add(Codes.normalised(t.value()));
      case AttributeValue.Numeric n -> codes.add(Codes.normalised(plain(n)));
      case AttributeValue.Flag f -> {}
      case AttributeValue.Many m -> m.values().forEach(v -> addCodes(v, codes));
      case AttributeValue.Group g -> g.values().values().forEach(v -> addCodes(v, codes));
    }
  }

  private static void addValues(Product product, DocumentValues values) {
    values.text("id", product.id());
    values.text("title", product.title());
    if (!product.description().isEmpty()) {
      values.text("description", product.description());
    }
    product.brand().ifPresent(b -> values.text("brand", b));
    Set<String> levels = new HashSet<>();
    product.categories().forEach(c -> levels.addAll(CategoryPath.levels(c)));
    levels.forEach(level -> values.text("categories", level));
    product.price().ifPresent(p -> values.number("price", p.doubleValue()));
    product.currency().ifPresent(c -> values.text("currency", c));
    values.flag("in_stock", product.inStock());
    product.image().ifPresent(i -> values.text("image", i));
    product.url().ifPresent(u -> values.text("url", u));
    product.variantOf().ifPresent(v -> values.text("variant_of", v));
    product.rating().ifPresent(r -> values.number("rating", r));
    product.reviewCount().ifPresent(n -> values.number("review_count", n));
    product.createdAt().ifPresent(t -> values.date("created_at", t));
    product
        .attributes()
        .forEach((name, value) -> attribute(ProductSchema.attribute(name), value, values));
    values.finish();
  }

  private static void attribute(String name, AttributeValue value, DocumentValues values) {
    switch (value) {
      case AttributeValue.Text t -> {
        values.text(name, t.value());
        Dates.parse(t.value().strip()).ifPresent(d -> values.date(name, d));
      }
      case AttributeValue.Numeric n -> values.number(name, n.value().doubleValue());
      case AttributeValue.Flag f -> values.flag(name, f.value());
      case AttributeValue.Many m -> m.values().forEach(v -> attribute(name, v, values));
      case AttributeValue.Group g ->
          g.values().forEach((inner, v) -> attribute(name + '.' + inner, v, values));
    }
  }

  static String plain(AttributeValue.Numeric number) {
    return number.value().precision() - number.value().scale() > 30
        ? number.value().toString()
        : number.value().stripTrailingZeros().toPlainString();
  }

  private static void text(Document document, String field, String value) {
    document.add(new TextField(field, value, Field.Store.NO));
  }
}
