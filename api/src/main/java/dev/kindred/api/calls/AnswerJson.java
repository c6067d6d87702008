package dev.kindred.api.calls;

import dev.kindred.engine.Answer;
import dev.kindred.engine.Hit;
import dev.kindred.engine.Reason;
import dev.kindred.indexer.catalog.FacetCounts;
import dev.kindred.indexer.catalog.WordMatch;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.json.ProductJson;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;

/** The JSON form of an answer. */
public final class AnswerJson {
  private static final double MICROSECONDS = 1_000;

  private AnswerJson() {}

  /**
   * The form as compact text.
   *
   * @param explain whether hits carry their reasons
   */
  public static String text(Answer answer, boolean explain) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = Json.mapper().createGenerator(text)) {
      write(answer, explain, out);
    }
    return text.toString();
  }

  /**
   * @param explain whether hits carry their reasons
   */
  static void write(Answer answer, boolean explain, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("query_id", answer.queryId());
    out.writeNumberProperty("found", answer.found());
    out.writeArrayPropertyStart("hits");
    for (Hit hit : answer.hits()) {
      write(hit, explain, out);
    }
    out.writeEndArray();
    out.writeObjectPropertyStart("facets");
    answer.facets().forEach((field, counts) -> write(field, counts, out));
    out.writeEndObject();
    answer.cursor().ifPresent(c -> out.writeStringProperty("cursor", c));
    answer.correctedQuery().ifPresent(q -> out.writeStringProperty("corrected_query", q));
    if (!answer.relaxed().isEmpty()) {
      out.writeArrayPropertyStart("relaxed");
      answer.relaxed().forEach(out::writeString);
      out.writeEndArray();
    }
    out.writeNumberProperty(
        "took_ms", Math.round(answer.tookMillis() * MICROSECONDS) / MICROSECONDS);
    out.writeNumberProperty("generation", answer.generation());
    out.writeEndObject();
  }

  private static void write(Hit hit, boolean explain, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("id", hit.product().id());
    out.writeNumberProperty("score", hit.score());
    out.writeName("product");
    ProductJson.write(hit.product(), out);
    if (hit.variants() > 1) {
      out.writeNumberProperty("variants", hit.variants());
    }
    if (!hit.highlights().isEmpty()) {
      out.writeObjectPropertyStart("highlights");
      hit.highlights()
          .forEach((field, fragments) -> {
            out.writeArrayPropertyStart(field);
            fragments.forEach(f -> {
              out.writeStartObject();
              out.writeStringProperty("text", f.text());
              out.writeBooleanProperty("match", f.match());
              out.writeEndObject();
            });
            out.writeEndArray();
          });
      out.writeEndObject();
    }
    if (explain) {
      out.writeArrayPropertyStart("why");
      hit.why().forEach(reason -> write(reason, out));
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private static void write(Reason reason, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("signal", reason.signal());
    out.writeNumberProperty("value", reason.value());
    if (!reason.praised().isEmpty()) {
      out.writeArrayPropertyStart("praised");
      reason.praised().forEach(out::writeString);
      out.writeEndArray();
    }
    if (!reason.because().isEmpty()) {
      out.writeArrayPropertyStart("because");
      reason.because().forEach(out::writeString);
      out.writeEndArray();
    }
    if (!reason.words().isEmpty()) {
      out.writeArrayPropertyStart("words");
      reason.words().forEach(word -> write(word, reason.value(), out));
      out.writeEndArray();
    }
    if (!reason.rules().isEmpty()) {
      out.writeArrayPropertyStart("rules");
      reason.rules().forEach(out::writeString);
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private static void write(WordMatch word, double value, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("word", word.word());
    if (!word.as().isEmpty()) {
      out.writeStringProperty("as", word.as());
    }
    out.writeArrayPropertyStart("fields");
    word.fields().forEach(out::writeString);
    out.writeEndArray();
    out.writeNumberProperty("value", word.share() * value);
    out.writeEndObject();
  }

  private static void write(String field, FacetCounts counts, JsonGenerator out) {
    out.writeObjectPropertyStart(field);
    out.writeArrayPropertyStart("values");
    counts
        .values()
        .forEach(v -> {
          out.writeStartObject();
          out.writeStringProperty("value", v.value());
          out.writeNumberProperty("count", v.count());
          out.writeEndObject();
        });
    out.writeEndArray();
    out.writeNumberProperty("found", counts.found());
    out.writeNumberProperty("missing", counts.missing());
    counts
        .numbers()
        .ifPresent(n -> {
          out.writeNumberProperty("min", n.min());
          out.writeNumberProperty("max", n.max());
          out.writeNumberProperty("mean", n.mean());
          out.writeNumberProperty("count", n.count());
        });
    if (!counts.ranges().isEmpty()) {
      out.writeArrayPropertyStart("ranges");
      counts.ranges().forEach(range -> write(range, out));
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private static void write(FacetCounts.RangeCount range, JsonGenerator out) {
    out.writeStartObject();
    range.from().ifPresent(from -> out.writeNumberProperty("from", from));
    range.to().ifPresent(to -> out.writeNumberProperty("to", to));
    out.writeNumberProperty("count", range.count());
    out.writeEndObject();
  }
}
