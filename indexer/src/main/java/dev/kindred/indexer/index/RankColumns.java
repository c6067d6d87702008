package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.UnknownFieldException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/** Reads what a ranking orders by, for each match. */
final class RankColumns {
  /** Larger than any text score. */
  private static final double EXACT_FIRST = 1e9;

  private final List<LeafReaderContext> leaves;
  private final Matches matches;

  RankColumns(List<LeafReaderContext> leaves, Matches matches) {
    this.leaves = leaves;
    this.matches = matches;
  }

  /** Text scores, exact matches first. */
  Column text(Set<Integer> exactDocuments) {
    double[] values = new double[matches.size()];
    for (int match = 0; match < values.length; match++) {
      values[match] = matches.score(match);
    }
    if (!exactDocuments.isEmpty()) {
      for (int match = 0; match < values.length; match++) {
        values[match] += exactDocuments.contains(matches.doc(match)) ? EXACT_FIRST : 0;
      }
    }
    return Column.Numbers.of(values, true);
  }

  /** Scores of words and meaning together, exact matches first. */
  Column fused(Neighbours near, Set<Integer> exactDocuments) {
    double best = 0;
    for (int match = 0; match < matches.size(); match++) {
      if (!exactDocuments.contains(matches.doc(match))) {
        best = Math.max(best, matches.score(match));
      }
    }
    double[] values = new double[matches.size()];
    for (int match = 0; match < values.length; match++) {
      values[match] =
          near.score(matches, match, best)
              + (exactDocuments.contains(matches.doc(match)) ? EXACT_FIRST : 0);
    }
    return Column.Numbers.of(values, true);
  }

  Column popularity(Popularity popularity) throws IOException {
    return byNumber(popularity::of);
  }

  /** Inner products or cosines with a factor; products without a factor are missing. */
  Column affinity(Affinity affinity) throws IOException {
    return byNumber(affinity::of);
  }

  /** A number computed from the product's number. */
  @FunctionalInterface
  private interface ByNumber {
    float of(int number);
  }

  private Column byNumber(ByNumber function) throws IOException {
    int[] numbers = matches.numbers(leaves);
    double[] values = new double[numbers.length];
    for (int match = 0; match < values.length; match++) {
      values[match] = function.of(numbers[match]);
    }
    return Column.Numbers.of(values, true);
  }

  /**
   * A field's values; of several, the smallest when ascending and the largest when descending.
   *
   * @throws UnknownFieldException if no product has the field
   */
  Column field(KnownFields.Field field, Ranking.SortField sort) throws IOException {
    if (field.has(FieldKind.NUMBER)) {
      return numbers(field.stored(FieldKind.NUMBER), sort.descending(), true);
    }
    if (field.has(FieldKind.DATE)) {
      return numbers(field.stored(FieldKind.DATE), sort.descending(), false);
    }
    FieldKind kind = field.has(FieldKind.TEXT) ? FieldKind.TEXT : FieldKind.FLAG;
    return texts(field.stored(kind), sort.descending());
  }

  private Column numbers(String name, boolean descending, boolean fractions) throws IOException {
    double[] values = new double[matches.size()];
    matches.visit(
        leaves,
        leaf -> {
          SortedNumericDocValues numbers = DocValues.getSortedNumeric(leaf.reader(), name);
          return (doc, match) -> {
            values[match] = Double.NaN;
            if (numbers.advanceExact(doc)) {
              long value = numbers.nextValue();
              for (int i = numbers.docValueCount() - 1; descending && i > 0; i--) {
                value = numbers.nextValue();
              }
              values[match] = fractions ? NumericUtils.sortableLongToDouble(value) : value;
            }
          };
        });
    return Column.Numbers.of(values, descending);
  }

  private Column texts(String name, boolean descending) throws IOException {
    @Nullable String[] texts = new String[matches.size()];
    matches.visit(
        leaves,
        leaf -> {
          SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), name);
          return (doc, match) -> {
            if (values.advanceExact(doc)) {
              for (int i = values.docValueCount(); i > 0; i--) {
                String text = values.lookupOrd(values.nextOrd()).utf8ToString();
                texts[match] = extreme(texts[match], ProductSchema.folded(text), descending);
              }
            }
          };
        });
    return new Column.Texts(texts, descending);
  }

  private static String extreme(@Nullable String a, String b, boolean largest) {
    if (a == null) {
      return b;
    }
    return a.compareTo(b) > 0 == largest ? a : b;
  }
}
