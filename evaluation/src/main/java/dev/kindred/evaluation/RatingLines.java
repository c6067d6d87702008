package dev.kindred.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files of ratings in folds, as recommendation research passes them on: lines {@code user TAB item
 * TAB stars TAB fold} without a header, folds from 1 to 10.
 */
final class RatingLines {
  private RatingLines() {}

  record Line(String user, String item, float stars, int fold) {}

  /** Whether the first line is such a rating. */
  static boolean recognises(Path file) throws IOException {
    try (BufferedReader reader = TextFile.open(file)) {
      String first = reader.readLine();
      return first != null && parsed(first).isPresent();
    }
  }

  /**
   * All ratings, in the file's order.
   *
   * @throws MalformedFileException naming the first line that is no rating
   */
  static List<Line> read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (BufferedReader reader = TextFile.open(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Optional<Line> parsed = parsed(line);
        if (parsed.isEmpty()) {
          throw new MalformedFileException(
              file
                  + " line "
                  + (lines.size() + 1)
                  + ": must be user, item, stars and fold with tabs between, got "
                  + line);
        }
        lines.add(parsed.get());
      }
    }
    return lines;
  }

  private static Optional<Line> parsed(String line) {
    String[] cells = line.split("\t", -1);
    boolean isRating =
        cells.length == 4 && cells[2].matches("\\d+(\\.\\d+)?") && cells[3].matches("[1-9]|10");
    return isRating
        ? Optional.of(
            new Line(cells[0], cells[1], Float.parseFloat(cells[2]), Integer.parseInt(cells[3])))
        : Optional.empty();
  }
}
