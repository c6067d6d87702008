package dev.kindred.analyzers;

import java.util.ArrayList;
import java.util.List;

/** The levels of a category like {@code Home > Candles}. */
public final class CategoryPath {
  /** Stands between two levels. */
  public static final String SEPARATOR = " > ";

  private CategoryPath() {}

  /**
   * The category and all above it, the topmost first: {@code Home}, {@code Home > Candles}. Blanks
   * around levels do not count; empty levels are left out.
   */
  public static List<String> levels(String path) {
    List<String> levels = new ArrayList<>();
    StringBuilder above = new StringBuilder();
    for (String level : path.split(">", -1)) {
      if (!level.isBlank()) {
        above.append(above.isEmpty() ? "" : SEPARATOR).append(level.strip());
        levels.add(above.toString());
      }
    }
    return levels;
  }
}
