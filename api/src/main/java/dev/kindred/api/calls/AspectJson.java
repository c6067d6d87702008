package dev.kindred.api.calls;

import dev.kindred.analyzers.review.AspectSummary;
import dev.kindred.analyzers.title.TitleFeatures;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.json.ProductJson;
import dev.kindred.model.Product;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of what reviews say of a product. */
final class AspectJson {
  private static final double THOUSANDTHS = 1_000;

  private AspectJson() {}

  /** Writes reviews, reviews set aside by the reason, and aspects, into an open object. */
  static void write(AspectSummary summary, JsonGenerator out) {
    out.writeNumberProperty("reviews", summary.reviews());
    out.writeBooleanProperty("sample", summary.samples() > 0);
    out.writeObjectPropertyStart("set_aside");
    summary
        .setAside()
        .forEach((fate, n) -> out.writeNumberProperty(fate.name().toLowerCase(Locale.ROOT), n));
    out.writeEndObject();
    out.writeArrayPropertyStart("aspects");
    summary.aspects().forEach(aspect -> write(aspect, out));
    out.writeEndArray();
  }

  /**
   * Writes a product as it is stored, with the aspects of its reviews and what its title states.
   */
  static void writeWithProduct(
      Product product,
      Optional<AspectSummary> summary,
      Optional<TitleFeatures> title,
      JsonGenerator out) {
    ObjectNode json = (ObjectNode) Json.parse(ProductJson.write(product));
    summary.ifPresent(s -> {
      StringWriter text = new StringWriter();
      try (JsonGenerator aspects = Json.mapper().createGenerator(text)) {
        aspects.writeStartObject();
        write(s, aspects);
        aspects.writeEndObject();
      }
      json.set("aspects", Json.parse(text.toString()).path("aspects"));
      json.put("sample_reviews", s.samples());
    });
    title
        .map(TitleJson::of)
        .filter(t -> !t.isEmpty())
        .ifPresent(t -> json.set("title_features", t));
    out.writeTree(json);
  }

  private static void write(AspectSummary.Aspect aspect, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("aspect", aspect.name());
    out.writeNumberProperty("mentions", aspect.mentions());
    out.writeNumberProperty("positive", rounded(aspect.positive()));
    out.writeNumberProperty("confidence", rounded(aspect.confidence()));
    aspect.praise().ifPresent(s -> out.writeStringProperty("praise", s));
    aspect.blame().ifPresent(s -> out.writeStringProperty("blame", s));
    out.writeEndObject();
  }

  private static double rounded(double value) {
    return Math.round(value * THOUSANDTHS) / THOUSANDTHS;
  }
}
