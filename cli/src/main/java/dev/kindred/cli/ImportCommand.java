package dev.kindred.cli;

import dev.kindred.engine.DataDirectory;
import dev.kindred.indexer.ingest.ImportOptions;
import dev.kindred.indexer.ingest.RecordKind;
import dev.kindred.indexer.store.Store;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindred import}: files into the store, also while another process serves. */
@Command(
    name = "import",
    description = {
      "Read files into the shop's store.",
      "",
      "JSON Lines, JSON, CSV or TSV, plain or gzip. Fields are recognised by their names; what was"
          + " taken for what is printed. A line that cannot be used is written to the data"
          + " directory's rejects folder with its reason and stops nothing. A server on the same"
          + " data directory sees what is imported.",
      ""
    })
final class ImportCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Parameters(index = "0", paramLabel = "KIND", description = "products, events or reviews")
  private RecordKind kind;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files; - for standard input.")
  private List<String> files;

  @Option(
      names = "--map",
      paramLabel = "NAME=COLUMN",
      description = "Take this column for this field, whatever its name suggests; repeatable.")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(names = "--strict", description = "Stop at the first line that cannot be used.")
  private boolean strict;

  ImportCommand() {}

  @Override
  public Integer call() throws IOException {
    DataDirectory directory = new DataDirectory(shared.data());
    ImportOptions options = new ImportOptions(map, strict, Optional.of(directory.rejects()));
    boolean whole = true;
    try (Store store = directory.openStore()) {
      Imports imports = new Imports(store, shared.console());
      for (String file : files) {
        whole &= imports.run(kind, file, options);
      }
    }
    return whole ? 0 : 1;
  }
}
