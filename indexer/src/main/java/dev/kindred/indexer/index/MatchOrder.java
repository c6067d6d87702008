package dev.kindred.indexer.index;

import java.util.List;
import java.util.PriorityQueue;

/** Puts matches in order: by columns in turn, then by product id. */
final class MatchOrder {
  private final List<Column> columns;
  private final Ids ids;

  MatchOrder(List<Column> columns, Ids ids) {
    this.columns = List.copyOf(columns);
    this.ids = ids;
  }

  /** Below 0 if match a comes before match b. */
  int compare(int a, int b) {
    for (Column column : columns) {
      int order = column.compare(a, b);
      if (order != 0) {
        return order;
      }
    }
    return ids.compare(a, b);
  }

  /** The numbers of the matches on a page, best first. */
  int[] page(int matches, int offset, int limit) {
    int wanted = (int) Math.min((long) offset + limit, matches);
    if (limit == 0 || wanted <= offset) {
      return new int[0];
    }
    PriorityQueue<Integer> worstFirst = new PriorityQueue<>(wanted, (a, b) -> compare(b, a));
    for (int match = 0; match < matches; match++) {
      if (worstFirst.size() < wanted) {
        worstFirst.add(match);
      } else if (compare(match, worstFirst.element()) < 0) {
        worstFirst.remove();
        worstFirst.add(match);
      }
    }
    int[] page = new int[wanted - offset];
    for (int i = page.length - 1; i >= 0; i--) {
      page[i] = worstFirst.remove();
    }
    return page;
  }
}
