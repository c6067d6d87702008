package dev.kindred.cli;

import dev.kindred.engine.Kindred;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindred serve}: the API and the storefront. */
@Command(
    name = "serve",
    description = {
      "Serve the API and the storefront until stopped; requests in flight are finished.",
      "",
      "Import, train, rollback and backup work on the same data directory meanwhile."
    })
final class ServeCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private ListenOptions listen;

  ServeCommand() {}

  @Override
  public Integer call() throws IOException {
    Configuration configuration = listen.applyTo(shared.configuration());
    Kindred kindred = Kindred.open(shared.data(), configuration.engine());
    Server.run(kindred, configuration, shared.console(), () -> {});
    return 0;
  }
}
