package dev.kindred.indexer.ingest;

import dev.kindred.indexer.json.Json;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON objects one after the other, in one array or not, over as many lines as they like. After
 * something that is not JSON nothing more can be read.
 */
final class JsonStreamReader implements RecordReader {
  private final JsonParser parser;
  private final String format;
  private Optional<String> breakage = Optional.empty();
  private boolean ended;

  JsonStreamReader(InputStream in, String format) {
    this.parser = Json.mapper().createParser(in);
    this.format = format;
  }

  @Override
  public Optional<Entry> next() {
    if (ended) {
      return Optional.empty();
    }
    long line = parser.currentLocation().getLineNr();
    try {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
        token = parser.nextToken();
      }
      if (token == null) {
        ended = true;
        return Optional.empty();
      }
      line = parser.currentTokenLocation().getLineNr();
      JsonNode node = Json.mapper().readTree(parser);
      String text = node.toString();
      return Optional.of(
          node instanceof ObjectNode fields
              ? new Entry.Fields(line, fields, text)
              : new Entry.Unreadable(line, text, Optional.empty(), "not a JSON object in braces"));
    } catch (JacksonException e) {
      ended = true;
      breakage = Optional.of(Json.malformed(e).getMessage() + "; what follows was not read");
      return Optional.of(new Entry.Unreadable(line, "", Optional.empty(), breakage.get()));
    }
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public Optional<String> header() {
    return Optional.empty();
  }

  @Override
  public Optional<String> breakage() {
    return breakage;
  }
}
