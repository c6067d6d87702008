package dev.kindred.cli;

import dev.kindred.engine.Kindred;
import dev.kindred.indexer.generation.TrainingReport;
import dev.kindred.learn.LearnerPlan;
import dev.kindred.learn.LearnerSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred train}: a new generation from everything in the store. */
@Command(
    name = "train",
    description = {
      "Learn from all events, measure on events held out, switch if the result is no worse.",
      ""
    })
final class TrainCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      description =
          "auto looks for the best again; als, spectral or popularity. If not given, what is"
              + " configured, or else what serves already; the first time auto, for 10 seconds.")
  private @Nullable String algorithm;

  @Option(
      names = "--budget-seconds",
      paramLabel = "N",
      description = "How long auto may try learners; 60 if not given.")
  private int budgetSeconds = 60;

  TrainCommand() {}

  @Override
  public Integer call() throws IOException {
    Console console = shared.console();
    try (Kindred kindred = Shop.open(shared)) {
      print(
          console,
          algorithm == null ? run(kindred, console) : run(kindred, plan(algorithm), console));
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

  private static TrainingReport run(Kindred kindred, LearnerPlan plan, Console console) {
    try (Progress progress = new Progress(console)) {
      return kindred.train(
          plan, (step, done) -> progress.at("training, %", step, Math.round(done * 100), 100));
    }
  }

  private LearnerPlan plan(String name) {
    return switch (name) {
      case "auto" -> LearnerPlan.auto(Duration.ofSeconds(budgetSeconds));
      case "als" -> LearnerPlan.of(LearnerSettings.ImplicitAls.DEFAULT);
      case "spectral" -> LearnerPlan.of(LearnerSettings.Spectral.DEFAULT);
      case "popularity" -> LearnerPlan.of(new LearnerSettings.Popularity());
      default ->
          throw new IllegalArgumentException(
              "algorithm must be auto, als, spectral or popularity, got " + name);
    };
  }

  private static List<Map<String, Object>> tried(TrainingReport report) {
    return report.trials().stream()
        .map(trial -> {
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("learner", trial.name());
          json.put("settings", trial.settings().map(Object::toString).orElse(""));
          json.put("held_out_ndcg@20", trial.ndcg());
          json.put("seconds", trial.seconds());
          return json;
        })
        .toList();
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
      json.put("learner", report.learner().name());
      json.put("settings", report.learner().toString());
      json.put("tried", tried(report));
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
        .trials()
        .forEach(trial ->
            console.print(
                String.format(
                    Locale.ROOT,
                    "  tried %s: held-out nDCG@20 %.4f, %.1f s",
                    trial.settings().map(Object::toString).orElse(trial.name()),
                    trial.ndcg(),
                    trial.seconds())));
    console.print("  learned with " + report.learner());
    report
        .figures()
        .forEach(
            (name, value) -> console.print(String.format(Locale.ROOT, "  %s %.4f", name, value)));
    console.print((report.activated() ? "Serves now: " : "Does not serve: ") + report.verdict());
  }
}
