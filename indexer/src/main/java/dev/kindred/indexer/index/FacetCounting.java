package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.FacetCounts;
import dev.kindred.indexer.catalog.FacetCounts.NumberStatistics;
import dev.kindred.indexer.catalog.FacetCounts.RangeCount;
import dev.kindred.indexer.catalog.FacetCounts.ValueCount;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.UnknownFieldException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.NumericUtils;

/**
 * Counts the values of one field among matches. Spellings that differ in case count as one value,
 * shown as it is spelt most often.
 */
final class FacetCounting {
  private final KnownFields.Field field;
  private final Map<String, Map<String, Integer>> texts = new HashMap<>();
  private final NavigableMap<Double, Integer> numbers = new TreeMap<>();
  private final Map<Long, Integer> dates = new HashMap<>();

  FacetCounting(KnownFields.Field field) {
    this.field = field;
  }

  /**
   * @throws UnknownFieldException if ranges are asked for and the field has no numbers
   */
  FacetCounts count(List<LeafReaderContext> leaves, Matches matches, FacetRequest request)
      throws IOException {
    if (request.ranges().isPresent() && !field.has(FieldKind.NUMBER)) {
      throw new UnknownFieldException(
          field.requested(),
          field.requested() + " holds " + field.holds() + ", which has no ranges: only numbers do");
    }
    FixedBitSet without = new FixedBitSet(Math.max(1, matches.size()));
    without.set(0, matches.size());
    for (FieldKind kind : field.kinds()) {
      String name = field.stored(kind);
      switch (kind) {
        case TEXT, FLAG -> countTexts(leaves, matches, name, without);
        case NUMBER -> countNumbers(leaves, matches, name, without);
        // A date among the texts of an attribute is counted as text already.
        case DATE -> {
          if (!field.has(FieldKind.TEXT)) {
            countDates(leaves, matches, name, without);
          }
        }
      }
    }
    List<RangeCount> ranges =
        request.ranges().isPresent()
            ? RangeCounting.of(
                request.ranges().get(), leaves, matches, field.stored(FieldKind.NUMBER), numbers)
            : List.of();
    return new FacetCounts(
        values(request.limit()), matches.size(), without.cardinality(), statistics(), ranges);
  }

  /** How often each value of a leaf occurs, by the leaf's ordinal. */
  private record LeafCounts(SortedSetDocValues values, int[] counts) {}

  private void countTexts(
      List<LeafReaderContext> leaves, Matches matches, String name, FixedBitSet without)
      throws IOException {
    List<LeafCounts> counted = new ArrayList<>();
    matches.visit(
        leaves,
        leaf -> {
          SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), name);
          int[] counts = new int[Math.toIntExact(values.getValueCount())];
          counted.add(new LeafCounts(values, counts));
          return (doc, match) -> {
            if (values.advanceExact(doc)) {
              without.clear(match);
              for (int i = values.docValueCount(); i > 0; i--) {
                counts[(int) values.nextOrd()]++;
              }
            }
          };
        });
    for (LeafCounts leaf : counted) {
      addTexts(leaf);
    }
  }

  private void addTexts(LeafCounts leaf) throws IOException {
    for (int ordinal = 0; ordinal < leaf.counts.length; ordinal++) {
      if (leaf.counts[ordinal] > 0) {
        String value = leaf.values.lookupOrd(ordinal).utf8ToString();
        texts
            .computeIfAbsent(ProductSchema.folded(value), k -> new HashMap<>())
            .merge(value, leaf.counts[ordinal], Integer::sum);
      }
    }
  }

  private void countNumbers(
      List<LeafReaderContext> leaves, Matches matches, String name, FixedBitSet without)
      throws IOException {
    matches.visit(
        leaves,
        leaf ->
            longs(
                leaf.reader(),
                name,
                without,
                bits -> numbers.merge(NumericUtils.sortableLongToDouble(bits), 1, Integer::sum)));
  }

  private void countDates(
      List<LeafReaderContext> leaves, Matches matches, String name, FixedBitSet without)
      throws IOException {
    matches.visit(
        leaves,
        leaf ->
            longs(leaf.reader(), name, without, millis -> dates.merge(millis, 1, Integer::sum)));
  }

  private static Matches.Visitor longs(
      LeafReader reader, String name, FixedBitSet without, LongConsumer each) throws IOException {
    SortedNumericDocValues values = DocValues.getSortedNumeric(reader, name);
    return (doc, match) -> {
      if (values.advanceExact(doc)) {
        without.clear(match);
        for (int i = values.docValueCount(); i > 0; i--) {
          each.accept(values.nextValue());
        }
      }
    };
  }

  private List<ValueCount> values(int limit) {
    Map<String, Long> all = new HashMap<>();
    texts
        .values()
        .forEach(spellings -> all.merge(mostFrequent(spellings), sum(spellings), Long::sum));
    numbers.forEach((number, n) -> all.merge(plain(number), (long) n, Long::sum));
    dates.forEach(
        (millis, n) -> all.merge(Instant.ofEpochMilli(millis).toString(), (long) n, Long::sum));
    return all.entrySet().stream()
        .map(e -> new ValueCount(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::value))
        .limit(limit)
        .toList();
  }

  private static String mostFrequent(Map<String, Integer> spellings) {
    return spellings.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }

  private static long sum(Map<String, Integer> spellings) {
    return spellings.values().stream().mapToLong(n -> n).sum();
  }

  private Optional<NumberStatistics> statistics() {
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    double sum = 0;
    long count = 0;
    for (Map.Entry<Double, Integer> e : numbers.entrySet()) {
      sum += e.getKey() * e.getValue();
      count += e.getValue();
    }
    return Optional.of(
        new NumberStatistics(numbers.firstKey(), numbers.lastKey(), sum / count, count));
  }

  private static String plain(double number) {
    return Double.isInfinite(number)
        ? Double.toString(number)
        : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
