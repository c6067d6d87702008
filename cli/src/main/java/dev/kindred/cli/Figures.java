package dev.kindred.cli;

import java.util.Map;

/** Prints named figures: one a line for people, or one line of JSON. */
final class Figures {
  private Figures() {}

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
