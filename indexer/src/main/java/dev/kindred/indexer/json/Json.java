package dev.kindred.indexer.json;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** How Kindred reads and writes JSON: numbers with all their digits, no field twice. */
public final class Json {
  private static final int DEEPEST_NESTING = 64;

  /**
   * Numbers become BigDecimal with their trailing zeros. {@code NaN} is read, so that the field it
   * stands in can be named when it is refused.
   */
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(JsonNodeFeature.FAIL_ON_NAN_TO_BIG_DECIMAL_COERCION)
          .build();

  private Json() {}

  /** The mapper, for readers of whole streams. Thread-safe. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /**
   * The one JSON value that the text holds.
   *
   * @throws MalformedJsonException if it is not JSON, is empty, or something follows the value
   */
  public static JsonNode parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node.isMissingNode()) {
        throw new MalformedJsonException("nothing there", 1, 1);
      }
      return node;
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /** The same complaint with a place and without the parser's inner words. */
  public static MalformedJsonException malformed(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    String problem =
        e.getOriginalMessage()
            .lines()
            .findFirst()
            .orElse("unreadable")
            .replaceAll(" \\(start marker at .*", "");
    return new MalformedJsonException(
        problem,
        at == null ? 1 : Math.max(1, at.getLineNr()),
        at == null ? 1 : Math.max(1, at.getColumnNr()));
  }

  static String text(Consumer<JsonGenerator> content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = MAPPER.createGenerator(text)) {
      content.accept(out);
    }
    return text.toString();
  }

  /** Whole numbers without a decimal point: 5, not 5.0. */
  static void writeNumber(JsonGenerator out, String name, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      out.writeNumberProperty(name, (long) value);
    } else {
      out.writeNumberProperty(name, value);
    }
  }
}
