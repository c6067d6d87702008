package dev.kindred.cli;

import dev.kindred.indexer.ingest.ImportListener;
import dev.kindred.indexer.ingest.ImportOptions;
import dev.kindred.indexer.ingest.ImportSummary;
import dev.kindred.indexer.ingest.Importer;
import dev.kindred.indexer.ingest.RecordKind;
import dev.kindred.indexer.ingest.Rejected;
import dev.kindred.indexer.ingest.Source;
import dev.kindred.indexer.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Imports files one after the other and says how each went. */
final class Imports {
  private static final String STANDARD_INPUT = "-";
  private static final int SHOWN = 5;

  private final Store store;
  private final Console console;

  Imports(Store store, Console console) {
    this.store = store;
    this.console = console;
  }

  /**
   * Imports a file.
   *
   * @param file its path, or {@code -}
   * @return whether it was read to its end
   */
  boolean run(RecordKind kind, String file, ImportOptions options) throws IOException {
    long began = System.nanoTime();
    ImportSummary summary;
    try (Source source = open(file);
        Progress progress = new Progress(console)) {
      summary =
          new Importer(store::apply, Clock.systemUTC(), listener(kind, source.name(), progress))
              .run(kind, source, options);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    report(kind, file, summary, seconds);
    return summary.breakage().isEmpty() && summary.stoppedAtLine().isEmpty();
  }

  private static Source open(String file) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? Source.of("standard input", System.in)
        : Source.open(Path.of(file));
  }

  private ImportListener listener(RecordKind kind, String name, Progress progress) {
    return new ImportListener() {
      @Override
      public void begins(String format, List<String> mapping) {
        console.say("Reading " + label(kind) + " from " + name + " (" + format + "):");
        mapping.forEach(line -> console.say("  " + line));
      }

      @Override
      public void progress(long bytes, OptionalLong total, long records, long rejected) {
        // The bar counts records; how many there will be follows from the bytes read so far.
        long expected = 0;
        if (total.isPresent() && bytes > 0) {
          expected = Math.max(records, Math.round((double) records * total.getAsLong() / bytes));
        }
        progress.at(label(kind), records, expected);
      }
    };
  }

  private void report(RecordKind kind, String file, ImportSummary summary, double seconds) {
    if (console.json()) {
      console.printJson(json(file, summary, seconds));
    } else {
      console.print(
          String.format(
              Locale.ROOT,
              "%s: %,d %s in %.1f s (%,.0f/s): %,d new, %,d changed, %,d as before, %,d rejected",
              file,
              summary.records(),
              label(kind),
              seconds,
              summary.records() / Math.max(seconds, 1e-3),
              summary.created(),
              summary.updated(),
              summary.unchanged(),
              summary.rejected()));
    }
    summary.warnings().forEach((what, times) -> console.say("  put right: " + what + ", " + times));
    if (summary.repeatedIds() > 0) {
      console.say("  ids that came more than once: " + summary.repeatedIds());
    }
    summary.firstRejected().stream().limit(SHOWN).forEach(r -> console.say("  " + line(r)));
    summary.rejectsFile().ifPresent(f -> console.say("  rejected lines are in " + f));
    summary.breakage().ifPresent(why -> console.say("  the file breaks off: " + why));
    summary
        .stoppedAtLine()
        .ifPresent(n -> console.say("  stopped at line " + n + "; what came before is imported"));
  }

  private static String line(Rejected rejected) {
    return "line " + rejected.line() + ": " + rejected.reason();
  }

  private static Map<String, Object> json(String file, ImportSummary summary, double seconds) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("records", summary.records());
    json.put("created", summary.created());
    json.put("updated", summary.updated());
    json.put("unchanged", summary.unchanged());
    json.put("rejected", summary.rejected());
    json.put("seconds", Math.round(seconds * 1000) / 1000.0);
    json.put("whole", summary.breakage().isEmpty() && summary.stoppedAtLine().isEmpty());
    return json;
  }

  private static String label(RecordKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
