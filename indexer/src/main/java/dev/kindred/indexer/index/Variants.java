package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.ProductNumbers;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/** Leaves of each group of variants only the one that comes first. */
final class Variants {
  private final int[] best;
  private final int[] sizes;

  private Variants(int[] best, int[] sizes) {
    this.best = best;
    this.sizes = sizes;
  }

  /**
   * Of all matches, in an order.
   *
   * @param standing products that come before all others of their groups
   */
  static Variants of(
      List<LeafReaderContext> leaves, Matches matches, MatchOrder order, ProductNumbers standing)
      throws IOException {
    int[] numbers = standing.isEmpty() ? new int[0] : matches.numbers(leaves);
    int[] groups = groups(leaves, matches);
    int count = Arrays.stream(groups).max().orElse(-1) + 1;
    int[] best = new int[count];
    int[] sizes = new int[count];
    for (int match = 0; match < groups.length; match++) {
      int group = groups[match];
      if (sizes[group]++ == 0 || isBetter(match, best[group], order, numbers, standing)) {
        best[group] = match;
      }
    }
    int[] byMatch = new int[groups.length];
    for (int group = 0; group < count; group++) {
      byMatch[best[group]] = sizes[group];
    }
    Arrays.sort(best);
    return new Variants(best, Arrays.stream(best).map(match -> byMatch[match]).toArray());
  }

  private static boolean isBetter(
      int match, int other, MatchOrder order, int[] numbers, ProductNumbers standing) {
    boolean stands = !standing.isEmpty() && standing.contains(numbers[match]);
    boolean otherStands = !standing.isEmpty() && standing.contains(numbers[other]);
    return stands == otherStands ? order.compare(match, other) < 0 : stands;
  }

  /** A number for each match, equal where the groups are equal; from 0 up. */
  private static int[] groups(List<LeafReaderContext> leaves, Matches matches) throws IOException {
    Map<BytesRef, Integer> known = new HashMap<>();
    int[] groups = new int[matches.size()];
    matches.visit(
        leaves,
        leaf -> {
          SortedDocValues values = DocValues.getSorted(leaf.reader(), ProductSchema.GROUP);
          return (doc, match) -> {
            values.advanceExact(doc);
            BytesRef group = values.lookupOrd(values.ordValue());
            Integer number = known.get(group);
            if (number == null) {
              number = known.size();
              known.put(BytesRef.deepCopyOf(group), number);
            }
            groups[match] = number;
          };
        });
    return groups;
  }

  /** The matches that stand for their groups, ascending. */
  int[] best() {
    return best;
  }

  /** How many products the group of the i-th of {@link #best} has. */
  int size(int i) {
    return sizes[i];
  }
}
