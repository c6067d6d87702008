package dev.kindred.cli;

import dev.kindred.learn.ProgressListener;
import java.io.IOException;
import java.util.Map;

/** Named figures: where they come from and how they are printed. */
final class Figures {
  private Figures() {}

  /** What makes figures, telling how far it has come. */
  @FunctionalInterface
  interface Measurement {
    Map<String, Object> run(ProgressListener progress) throws IOException;
  }

  /** Measures with a bar and prints what came out. */
  static void measure(Console console, Measurement measurement) throws IOException {
    Map<String, Object> figures;
    try (Progress progress = new Progress(console)) {
      figures = measurement.run(progress::at);
    }
    print(console, figures);
  }

  /** One a line for people, or one line of JSON. */
  static void print(Console console, Map<String, Object> figures) {
    if (console.json()) {
      console.printJson(figures);
      return;
    }
    int width = figures.keySet().stream().mapToInt(String::length).max().orElse(0);
    figures.forEach(
        (name, value) -> console.print(name + " ".repeat(width - name.length() + 2) + value));
  }
}
