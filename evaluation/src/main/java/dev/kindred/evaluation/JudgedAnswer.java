package dev.kindred.evaluation;

import java.util.List;

/**
 * What one system answered to a judged query.
 *
 * @param shown the first ten
 * @param missing relevant products that are not among them, the most relevant first, at most ten
 */
record JudgedAnswer(String query, QueryFigures figures, List<Shown> shown, List<Shown> missing) {
  JudgedAnswer {
    shown = List.copyOf(shown);
    missing = List.copyOf(missing);
  }

  /**
   * A product.
   *
   * @param grade or {@link Metrics#UNJUDGED}
   * @param rank from 1 where it stands in the list; 0 if that does not matter or it does not
   */
  record Shown(String id, String title, int grade, int rank) {}
}
