package dev.kindred.indexer.store;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was searched for, and what came of it.
 *
 * @param all all searches together; its query is empty
 * @param most the queries that were asked most, then by text
 * @param empty those among all that found nothing the last time, most asked first
 * @param clicks how often the product at a place of an answer was clicked, by place from 1
 */
public record QueryFigures(
    QueryFigure all, List<QueryFigure> most, List<QueryFigure> empty, Map<Integer, Long> clicks) {

  public QueryFigures {
    most = List.copyOf(most);
    empty = List.copyOf(empty);
  }

  /**
   * One query.
   *
   * @param searches how often it was asked
   * @param found products, the last time
   * @param withoutResults searches that found nothing
   * @param clicked searches with a click on the answer
   * @param converted searches after which something of the answer was put into a basket or bought
   * @param position mean place of the first product clicked, from 1
   */
  public record QueryFigure(
      String query,
      long searches,
      long found,
      long withoutResults,
      long clicked,
      long converted,
      OptionalDouble position) {}
}
