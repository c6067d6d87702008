package dev.kindred.indexer.index;

import java.util.List;

/** Puts matches in order: by columns in turn, then by product id. */
final class MatchOrder {
  private static final double[] NONE = {};

  private final double[] first;
  private final Column[] others;
  private final Ids ids;

  MatchOrder(List<Column> columns, Ids ids) {
    // Nearly all comparisons end at the first column, and nearly always that has numbers.
    boolean numbers = !columns.isEmpty() && columns.getFirst() instanceof Column.Numbers;
    this.first = numbers ? ((Column.Numbers) columns.getFirst()).keys() : NONE;
    this.others = columns.subList(numbers ? 1 : 0, columns.size()).toArray(Column[]::new);
    this.ids = ids;
  }

  /** Below 0 if match a comes before match b. */
  int compare(int a, int b) {
    if (first.length > 0 && first[a] != first[b]) {
      return first[a] > first[b] ? -1 : 1;
    }
    for (Column column : others) {
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
    int[] worstFirst = new int[wanted];
    for (int match = 0; match < wanted; match++) {
      worstFirst[match] = match;
    }
    for (int place = wanted / 2 - 1; place >= 0; place--) {
      sink(worstFirst, place, wanted);
    }
    for (int match = wanted; match < matches; match++) {
      if (compare(match, worstFirst[0]) < 0) {
        worstFirst[0] = match;
        sink(worstFirst, 0, wanted);
      }
    }
    int[] page = new int[wanted - offset];
    for (int size = wanted; size > offset; size--) {
      page[size - 1 - offset] = worstFirst[0];
      worstFirst[0] = worstFirst[size - 1];
      sink(worstFirst, 0, size - 1);
    }
    return page;
  }

  /** Lets the match at a place of a binary heap sink below all that are worse. */
  private void sink(int[] worstFirst, int from, int size) {
    int place = from;
    int match = worstFirst[place];
    for (int child = 2 * place + 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && compare(worstFirst[child + 1], worstFirst[child]) > 0) {
        child++;
      }
      if (compare(worstFirst[child], match) <= 0) {
        break;
      }
      worstFirst[place] = worstFirst[child];
      place = child;
    }
    if (size > 0) {
      worstFirst[place] = match;
    }
  }
}
