package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.FacetCounts.RangeCount;
import dev.kindred.indexer.catalog.NumberRanges;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.NumericUtils;

/** Counts matches by the ranges that their numbers lie in. */
final class RangeCounting {
  private static final int FITTING = 5;

  private final double[] edges;
  private final long[] counts;

  private RangeCounting(double[] edges) {
    this.edges = edges;
    this.counts = new long[edges.length + 1];
  }

  /**
   * @param field of doc values with numbers
   * @param numbers how often each number occurs among the matches
   */
  static List<RangeCount> of(
      NumberRanges ranges,
      List<LeafReaderContext> leaves,
      Matches matches,
      String field,
      NavigableMap<Double, Integer> numbers)
      throws IOException {
    boolean chosen = !ranges.edges().isEmpty();
    if (!chosen && numbers.isEmpty()) {
      return List.of();
    }
    double[] edges =
        chosen ? ranges.edges().stream().mapToDouble(e -> e).toArray() : fitting(numbers);
    return new RangeCounting(edges).count(leaves, matches, field);
  }

  private List<RangeCount> count(List<LeafReaderContext> leaves, Matches matches, String field)
      throws IOException {
    matches.visit(
        leaves,
        leaf -> {
          SortedNumericDocValues values = DocValues.getSortedNumeric(leaf.reader(), field);
          return (doc, match) -> {
            if (values.advanceExact(doc)) {
              int last = -1;
              for (int i = values.docValueCount(); i > 0; i--) {
                int range = range(NumericUtils.sortableLongToDouble(values.nextValue()));
                counts[range] += range == last ? 0 : 1;
                last = range;
              }
            }
          };
        });
    List<RangeCount> counted = new ArrayList<>(counts.length);
    for (int range = 0; range < counts.length; range++) {
      counted.add(new RangeCount(edge(range - 1), edge(range), counts[range]));
    }
    return counted;
  }

  private OptionalDouble edge(int at) {
    return at < 0 || at == edges.length ? OptionalDouble.empty() : OptionalDouble.of(edges[at]);
  }

  private int range(double number) {
    int found = Arrays.binarySearch(edges, number);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Edges near the fifths of the numbers, as round as the distance between them allows. */
  private static double[] fitting(NavigableMap<Double, Integer> numbers) {
    long all = numbers.values().stream().mapToLong(n -> n).sum();
    double[] fifths = new double[FITTING - 1];
    long below = 0;
    int next = 0;
    for (var number : numbers.entrySet()) {
      below += number.getValue();
      while (next < fifths.length && below * FITTING > all * (next + 1)) {
        fifths[next++] = number.getKey();
      }
    }
    double apart = (fifths[fifths.length - 1] - fifths[0]) / fifths.length;
    if (!(apart > 0) || Double.isInfinite(apart)) {
      return new double[0];
    }
    BigDecimal step = round(apart);
    return Arrays.stream(fifths)
        .map(f ->
            BigDecimal.valueOf(f)
                .divide(step, 0, RoundingMode.HALF_UP)
                .multiply(step)
                .doubleValue())
        .filter(edge -> edge > numbers.firstKey() && edge <= numbers.lastKey())
        .distinct()
        .toArray();
  }

  /** The largest of 1, 2 and 5 times a power of ten that is not above a number. */
  private static BigDecimal round(double number) {
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(number)));
    double times = number / power.doubleValue();
    return power.multiply(BigDecimal.valueOf(times >= 5 ? 5 : times >= 2 ? 2 : 1));
  }
}
