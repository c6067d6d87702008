package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.FacetCounts;
import dev.kindred.indexer.catalog.FacetCounts.ValueCount;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;

/** Counts what people like in matching products: the facet {@link #FIELD}. */
final class LikedCounting {
  /** The name under which it is asked for. */
  static final String FIELD = "aspects";

  private LikedCounting() {}

  /**
   * @param liked the names of the aspects that people like in a product, by its id
   */
  static FacetCounts count(
      List<LeafReaderContext> leaves,
      Matches matches,
      int limit,
      Function<String, List<String>> liked)
      throws IOException {
    Map<String, Long> counts = new HashMap<>();
    int[] without = {0};
    matches.visit(
        leaves,
        leaf -> {
          SortedDocValues ids = DocValues.getSorted(leaf.reader(), ProductSchema.ID);
          return (doc, match) -> {
            List<String> names =
                ids.advanceExact(doc)
                    ? liked.apply(ids.lookupOrd(ids.ordValue()).utf8ToString())
                    : List.of();
            names.forEach(name -> counts.merge(name, 1L, Long::sum));
            without[0] += names.isEmpty() ? 1 : 0;
          };
        });
    List<ValueCount> values =
        counts.entrySet().stream()
            .map(e -> new ValueCount(e.getKey(), e.getValue()))
            .sorted(
                Comparator.comparingLong(ValueCount::count)
                    .reversed()
                    .thenComparing(ValueCount::value))
            .limit(limit)
            .toList();
    return new FacetCounts(values, matches.size(), without[0], Optional.empty(), List.of());
  }
}
