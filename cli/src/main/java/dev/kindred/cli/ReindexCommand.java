package dev.kindred.cli;

import dev.kindred.engine.Kindred;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindred reindex}: a fresh index from the store. */
@Command(name = "reindex", description = "Build a fresh index from the store and switch to it.")
final class ReindexCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  ReindexCommand() {}

  @Override
  public Integer call() throws IOException {
    Console console = shared.console();
    try (Kindred kindred = Shop.open(shared)) {
      console.say("Building the index ...");
      kindred.rebuildIndex();
      long indexed = kindred.status().indexed();
      if (console.json()) {
        console.printJson(Map.of("indexed", indexed));
      } else {
        console.print(String.format(Locale.ROOT, "%,d products indexed", indexed));
      }
    }
    return 0;
  }
}
