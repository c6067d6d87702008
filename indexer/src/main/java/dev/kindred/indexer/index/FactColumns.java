package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.ShopFacts;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** What shops say of a segment's products, see {@link ShopFacts}: 28 bytes a document. */
final class FactColumns {
  private static final long NEVER = Long.MIN_VALUE;
  private static final int NONE = -1;

  private final BitSet inStock;
  private final double[] prices;
  private final double[] stars;
  private final int[] reviews;
  private final long[] created;

  FactColumns(LeafReader reader) throws IOException {
    inStock = inStock(reader);
    prices = numbers(reader, "price");
    stars = numbers(reader, "rating");
    reviews = new int[reader.maxDoc()];
    double[] counts = numbers(reader, "review_count");
    for (int doc = 0; doc < counts.length; doc++) {
      reviews[doc] = Double.isNaN(counts[doc]) ? NONE : (int) counts[doc];
    }
    created = new long[reader.maxDoc()];
    Arrays.fill(created, NEVER);
    SortedNumericDocValues times =
        DocValues.getSortedNumeric(reader, ProductSchema.field(FieldKind.DATE, "created_at"));
    for (int doc = times.nextDoc();
        doc != SortedNumericDocValues.NO_MORE_DOCS;
        doc = times.nextDoc()) {
      created[doc] = times.nextValue();
    }
  }

  private static BitSet inStock(LeafReader reader) throws IOException {
    BitSet inStock = new BitSet(reader.maxDoc());
    SortedSetDocValues flags =
        DocValues.getSortedSet(reader, ProductSchema.field(FieldKind.FLAG, "in_stock"));
    long yes = flags.lookupTerm(new BytesRef("true"));
    for (int doc = flags.nextDoc(); doc != SortedSetDocValues.NO_MORE_DOCS; doc = flags.nextDoc()) {
      inStock.set(doc, flags.nextOrd() == yes);
    }
    return inStock;
  }

  private static double[] numbers(LeafReader reader, String name) throws IOException {
    double[] numbers = new double[reader.maxDoc()];
    Arrays.fill(numbers, Double.NaN);
    SortedNumericDocValues values =
        DocValues.getSortedNumeric(reader, ProductSchema.field(FieldKind.NUMBER, name));
    for (int doc = values.nextDoc();
        doc != SortedNumericDocValues.NO_MORE_DOCS;
        doc = values.nextDoc()) {
      numbers[doc] = NumericUtils.sortableLongToDouble(values.nextValue());
    }
    return numbers;
  }

  /** Those of a document of the segment. */
  ShopFacts of(int doc) {
    return new ShopFacts(
        inStock.get(doc),
        optional(prices[doc]),
        optional(stars[doc]),
        reviews[doc] == NONE ? OptionalInt.empty() : OptionalInt.of(reviews[doc]),
        created[doc] == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(created[doc])));
  }

  private static OptionalDouble optional(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
