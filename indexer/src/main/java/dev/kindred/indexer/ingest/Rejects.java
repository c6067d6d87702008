package dev.kindred.indexer.ingest;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects rejected records: the first for the report, all in a file that can be mended and
 * imported again, with a second file beside it that has the line, field and reason of each.
 */
final class Rejects implements Closeable {
  private static final int FIRST = 20;
  private static final int MOST_REASONS = 200;
  static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What the name of a file of rejected lines has behind it in the name of that of reasons. */
  static final String REASONS = ".reasons.tsv";

  private final Optional<Path> file;
  private final Optional<String> header;
  private final List<Rejected> first = new ArrayList<>();
  private final Map<String, Long> because = new TreeMap<>();
  private long count;
  private @Nullable BufferedWriter lines;
  private @Nullable BufferedWriter reasons;

  Rejects(Optional<Path> folder, String source, RecordReader reader, Instant now) {
    String name = source.replaceAll("(?i)([.](gz|tgz|csv|tsv|jsonl|ndjson|json|txt))+$", "");
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String ending =
        reader.header().isEmpty() ? ".jsonl" : reader.format().equals("TSV") ? ".tsv" : ".csv";
    this.file = folder.map(f -> f.resolve(safe + "-" + STAMP.format(now) + ending));
    this.header = reader.header();
  }

  void add(Rejected rejected, String text) {
    count++;
    if (first.size() < FIRST) {
      first.add(rejected);
    }
    String rule = rejected.rule();
    because.merge(
        because.size() < MOST_REASONS || because.containsKey(rule) ? rule : "other reasons",
        1L,
        Long::sum);
    file.ifPresent(path -> write(path, rejected, text));
  }

  private void write(Path path, Rejected rejected, String text) {
    try {
      if (lines == null || reasons == null) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        lines = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        reasons =
            Files.newBufferedWriter(
                path.resolveSibling(path.getFileName() + REASONS), StandardCharsets.UTF_8);
        if (header.isPresent()) {
          lines.write(header.get() + "\n");
        }
        reasons.write("line\tfield\treason\n");
      }
      lines.write(text + "\n");
      reasons.write(
          rejected.line()
              + "\t"
              + rejected.field().orElse("")
              + "\t"
              + rejected.reason().replaceAll("[\\t\\n\\r]", " ")
              + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be written", e);
    }
  }

  long count() {
    return count;
  }

  List<Rejected> first() {
    return first;
  }

  Map<String, Long> because() {
    return because;
  }

  /** The file with the rejected lines, if there were any. */
  Optional<Path> file() {
    return lines == null ? Optional.empty() : file;
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
    }
    if (reasons != null) {
      reasons.close();
    }
  }
}
