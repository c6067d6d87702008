package dev.kindred.indexer.ingest;

import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.json.MalformedJsonException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line; blank lines are passed over. */
final class JsonLinesReader implements RecordReader {
  private final LineReader lines;

  JsonLinesReader(LineReader lines) {
    this.lines = lines;
  }

  @Override
  public Optional<Entry> next() {
    while (true) {
      Optional<LineReader.Line> line = lines.next();
      if (line.isEmpty()) {
        return Optional.empty();
      }
      if (line.get().problem().isPresent() || !line.get().text().isBlank()) {
        return Optional.of(entry(line.get()));
      }
    }
  }

  private static Entry entry(LineReader.Line line) {
    if (line.problem().isPresent()) {
      return new Entry.Unreadable(
          line.number(), line.text(), Optional.empty(), line.problem().get());
    }
    try {
      JsonNode node = Json.parse(line.text());
      if (node instanceof ObjectNode fields) {
        return new Entry.Fields(line.number(), fields, line.text());
      }
      return new Entry.Unreadable(
          line.number(), line.text(), Optional.empty(), "not a JSON object in braces");
    } catch (MalformedJsonException e) {
      String reason = String.valueOf(e.getMessage()).replaceFirst("at line 1, column", "at column");
      return new Entry.Unreadable(line.number(), line.text(), Optional.empty(), reason);
    }
  }

  @Override
  public String format() {
    return "JSON Lines";
  }

  @Override
  public Optional<String> header() {
    return Optional.empty();
  }

  @Override
  public Optional<String> breakage() {
    return lines.breakage();
  }
}
