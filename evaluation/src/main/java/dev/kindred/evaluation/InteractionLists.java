package dev.kindred.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of lines {@code user item item ...}, as used for collaborative filtering benchmarks.
 *
 * <p>Where every line begins with the number of items that follow, as in CiteULike's {@code
 * users.dat}, that number is no user: the line's own number is.
 */
final class InteractionLists {
  private static final int ENOUGH_LINES = 20;

  private InteractionLists() {}

  /** A user's line. */
  record Line(String user, List<String> items) {}

  /** Whether a file's first lines are of this format: numbers with single spaces between. */
  static boolean recognises(Path file) throws IOException {
    try (BufferedReader in = TextFile.open(file)) {
      for (int n = 0; n < ENOUGH_LINES; n++) {
        String line = in.readLine();
        if (line == null) {
          return n > 0;
        }
        if (!line.matches("\\d+( \\d+)* ?")) {
          return false;
        }
      }
    }
    return true;
  }

  /** All lines of a file. */
  static List<Line> read(Path file) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    boolean counted = true;
    try (BufferedReader in = TextFile.open(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> words = List.of(line.strip().split(" +"));
        counted &= words.getFirst().equals(Integer.toString(words.size() - 1));
        lines.add(words);
      }
    }
    List<Line> read = new ArrayList<>(lines.size());
    for (int n = 0; n < lines.size(); n++) {
      List<String> words = lines.get(n);
      String user = counted ? Integer.toString(n) : words.getFirst();
      read.add(new Line(user, words.subList(1, words.size())));
    }
    return read;
  }
}
