package dev.kindred.cli;

import dev.kindred.engine.Kindred;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindred rollback}: the previous generation serves again. */
@Command(name = "rollback", description = "Serve the generation that served before this one.")
final class RollbackCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  RollbackCommand() {}

  @Override
  public Integer call() throws IOException {
    Console console = shared.console();
    try (Kindred kindred = Shop.open(shared)) {
      int generation = rollback(kindred);
      if (console.json()) {
        console.printJson(Map.of("generation", generation));
      } else {
        console.print("Generation " + generation + " serves.");
      }
    }
    return 0;
  }

  private static int rollback(Kindred kindred) {
    try {
      return kindred.rollback();
    } catch (IllegalStateException e) {
      throw new CommandFailedException("there is no generation to go back to");
    }
  }
}
