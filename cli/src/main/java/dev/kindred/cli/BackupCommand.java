package dev.kindred.cli;

import dev.kindred.engine.Kindred;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kindred backup}: a consistent copy, also while another process serves. */
@Command(
    name = "backup",
    description = "Write a consistent copy of the data directory; serving goes on.")
final class BackupCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Parameters(paramLabel = "DIR", description = "Where to; must be empty or not there yet.")
  private Path target;

  BackupCommand() {}

  @Override
  public Integer call() throws IOException {
    Console console = shared.console();
    try (Kindred kindred = Shop.open(shared)) {
      kindred.backup(target);
    }
    if (console.json()) {
      console.printJson(Map.of("backup", target.toString()));
    } else {
      console.print("Copied to " + target);
    }
    return 0;
  }
}
