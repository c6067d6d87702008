package dev.kindred.cli;

import dev.kindred.engine.Kindred;
import dev.kindred.engine.Status;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindred status}: what is held. */
@Command(name = "status", description = "Say what the data directory holds.")
final class StatusCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  StatusCommand() {}

  @Override
  public Integer call() throws IOException {
    try (Kindred kindred = Shop.openWhole(shared)) {
      Figures.print(shared.console(), facts(kindred.status()));
    }
    return 0;
  }

  private static Map<String, Object> facts(Status status) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("directory", status.directory().toString());
    facts.put("products", status.counts().products());
    facts.put("reviews", status.counts().reviews());
    status.counts().events().forEach((type, n) -> facts.put("events." + type.label(), n));
    facts.put("users", status.counts().users());
    facts.put("sessions", status.counts().sessions());
    facts.put("unknown_products", status.counts().unknownProducts());
    facts.put("indexed", status.indexed());
    facts.put("sequence", status.sequence());
    facts.put("indexed_sequence", status.indexedSequence());
    facts.put("generation", status.generation());
    facts.put("generations", status.generations());
    facts.put("bytes", status.bytes());
    facts.put("semantic", status.semantic());
    return facts;
  }
}
