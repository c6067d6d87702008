package dev.kindred.cli;

import dev.kindred.indexer.json.Json;
import java.io.PrintWriter;
import java.util.Map;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}.
 *
 * @param json whether results are one line of JSON instead of text for people
 */
record Console(PrintWriter out, PrintWriter err, boolean json) {
  private static final int USUAL_COLUMNS = 100;

  /** Columns of the terminal that results go to, or a usual number. */
  int columns() {
    int columns = Integer.getInteger("kindred.columns", 0);
    return columns > 0 ? columns : USUAL_COLUMNS;
  }

  /** A line that is not a result. */
  void say(String line) {
    err.println(line);
    err.flush();
  }

  /** A line of a result for people. */
  void print(String line) {
    out.println(line);
    out.flush();
  }

  /** The result as JSON, on one line. */
  void printJson(Map<String, Object> result) {
    print(Json.mapper().writeValueAsString(result));
  }
}
