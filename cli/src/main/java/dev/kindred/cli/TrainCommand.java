package dev.kindred.cli;

import dev.kindred.engine.Kindred;
import dev.kindred.indexer.generation.TrainingReport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindred train}: a new generation from everything in the store. */
@Command(
    name = "train",
    description = {
      "Learn from all events, measure on events held out, switch if the result is no worse.",
      ""
    })
final class TrainCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  TrainCommand() {}

  @Override
  public Integer call() throws IOException {
    Console console = shared.console();
    try (Kindred kindred = Shop.open(shared)) {
      print(console, run(kindred, console));
    }
    return 0;
  }

  /** Trains with a bar. */
  static TrainingReport run(Kindred kindred, Console console) {
    try (Progress progress = new Progress(console)) {
      return kindred.train(
          (step, done) -> progress.at("training, %", step, Math.round(done * 100), 100));
    }
  }

  private static void print(Console console, TrainingReport report) {
    if (console.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("generation", report.generation());
      json.put("activated", report.activated());
      json.put("verdict", report.verdict());
      json.put("people", report.people());
      json.put("products", report.items());
      json.put("interactions", report.interactions());
      json.put("seconds", report.seconds());
      json.putAll(report.figures());
      console.printJson(json);
      return;
    }
    console.print(
        String.format(
            Locale.ROOT,
            "Generation %d, learned from %,d interactions of %,d people with %,d products in %.1f s",
            report.generation(),
            report.interactions(),
            report.people(),
            report.items(),
            report.seconds()));
    report
        .figures()
        .forEach(
            (name, value) -> console.print(String.format(Locale.ROOT, "  %s %.4f", name, value)));
    console.print((report.activated() ? "Serves now: " : "Does not serve: ") + report.verdict());
  }
}
