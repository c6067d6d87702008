package dev.kindred.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How good products are for queries: grades from 0 (not relevant) up, by query and product id.
 *
 * @param grades queries in the file's order
 */
record Judgments(Map<String, Map<String, Integer>> grades) {
  private static final int HIGHEST = 10;

  /**
   * Reads tab-separated lines {@code query, product_id, grade}; a first line with these names is
   * passed over.
   *
   * @throws MalformedFileException naming the line that is not of this form
   */
  static Judgments read(Path file) throws IOException {
    Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    try (BufferedReader in = TextFile.open(file)) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        List<String> cells = List.of(line.split("\t", -1));
        if (number == 1 && cells.getLast().equals("grade")) {
          continue;
        }
        if (cells.size() != 3 || !cells.get(2).matches("\\d{1,2}")) {
          throw new MalformedFileException(
              file
                  + " line "
                  + number
                  + " must be a query, a product id and a grade with tabs between, got "
                  + line);
        }
        int grade = Integer.parseInt(cells.get(2));
        if (grade > HIGHEST) {
          throw new MalformedFileException(
              file + " line " + number + ": grade must be from 0 to " + HIGHEST + ", got " + grade);
        }
        grades
            .computeIfAbsent(cells.get(0), query -> new LinkedHashMap<>())
            .merge(cells.get(1), grade, Math::max);
      }
    }
    return new Judgments(grades);
  }

  /**
   * The same of a file that is of use.
   *
   * @throws MalformedFileException also if no query has a relevant product
   */
  static Judgments withAnswers(Path file) throws IOException {
    Judgments judgments = read(file);
    if (judgments.queriesWithAnswer().isEmpty()) {
      throw new MalformedFileException(file + " must have a query with a grade above 0, got none");
    }
    return judgments;
  }

  /** So many of the queries at most, drawn at random. */
  Judgments drawn(int most, long seed) {
    List<String> queries = new ArrayList<>(queriesWithAnswer());
    Collections.shuffle(queries, new Random(seed));
    Map<String, Map<String, Integer>> some = new LinkedHashMap<>();
    queries.stream().limit(most).forEach(q -> some.put(q, of(q)));
    return new Judgments(some);
  }

  /** The grades of a query's products. */
  Map<String, Integer> of(String query) {
    return grades.getOrDefault(query, Map.of());
  }

  /** Queries for which there is something to find, in the file's order. */
  List<String> queriesWithAnswer() {
    return grades.entrySet().stream()
        .filter(entry -> entry.getValue().values().stream().anyMatch(grade -> grade > 0))
        .map(Map.Entry::getKey)
        .toList();
  }
}
