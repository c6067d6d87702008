package dev.kindred.cli;

import dev.kindred.engine.Kindred;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindred check}: whether everything held is whole. */
@Command(
    name = "check",
    description = "Say whether store, index and generations are whole; exit status 1 if not.")
final class CheckCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  CheckCommand() {}

  @Override
  public Integer call() throws IOException {
    Console console = shared.console();
    List<String> broken;
    try (Kindred kindred = Shop.openWhole(shared)) {
      broken = kindred.check();
    }
    if (console.json()) {
      console.printJson(Map.of("whole", broken.isEmpty(), "broken", broken));
    } else if (broken.isEmpty()) {
      console.print("All is whole.");
    } else {
      broken.forEach(console::print);
    }
    return broken.isEmpty() ? 0 : 1;
  }
}
