package dev.kindred.indexer.index;

import dev.kindred.analyzers.CategoryPath;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * Which kind of thing a query means, seen from what it finds in one reader.
 *
 * <p>A product's kind is a vector over its traits: the levels of its categories and the names of
 * its attributes, each weighing ln(N / n), n of N products having it; so that catalogues without
 * categories have kinds, too: a keyboard has a layout, a cover for it has a material. What is asked
 * for is the mean of the kinds found, each counted by the third power of its score. This is the
 * cluster hypothesis (van Rijsbergen, 1979) at work: where most good matches are keyboards, a cover
 * that is named after them is not what was meant.
 *
 * <p>Safe for many threads.
 */
final class Kinds {
  private static final char CATEGORY = 'c';
  private static final char ATTRIBUTE = 'a';

  /* Keeps products with few common traits from having a strong kind by chance. */
  private static final double LEAST_LENGTH = 8;

  private final IndexReader reader;
  private final List<LeafReaderContext> leaves;
  private final Map<String, Trait> traits = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /* By leaf, and there by place among the leaf's traits; a leaf is null until it is looked at. */
  private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable Trait>> ofLeaves;

  /** A trait's number among those that were met, and what it weighs. */
  private record Trait(int number, float weight) {}

  Kinds(IndexReader reader) {
    this.reader = reader;
    this.leaves = reader.leaves();
    this.ofLeaves = new AtomicReferenceArray<>(leaves.size());
  }

  /** What makes a product's kind, in a form that can be told apart again. */
  static Set<String> traits(Product product) {
    Set<String> traits = new LinkedHashSet<>();
    for (String path : product.categories()) {
      CategoryPath.levels(path).forEach(level -> traits.add(CATEGORY + level));
    }
    product
        .attributes()
        .forEach((name, value) -> {
          if (!(value instanceof AttributeValue.Flag flag) || flag.value()) {
            traits.add(ATTRIBUTE + name);
          }
        });
    traits.removeIf(trait -> trait.length() > ProductSchema.LONGEST_VALUE);
    return traits;
  }

  /**
   * How near each of what was found is to what all of it has in common, 0 to 1.
   *
   * @param documents that were found
   * @param shares how well each matches, its score as a share of the best
   */
  float[] kinship(int[] documents, double[] shares) throws IOException {
    Trait[][] kinds = read(documents);
    float[] meant = new float[count.get()];
    double[] lengths = new double[documents.length];
    for (int i = 0; i < documents.length; i++) {
      lengths[i] = length(kinds[i]);
      double share = Math.min(1, shares[i]);
      float times = (float) (share * share * share / lengths[i]);
      for (Trait trait : kinds[i]) {
        meant[trait.number()] += times * trait.weight();
      }
    }
    double squares = 0;
    for (float weight : meant) {
      squares += weight * weight;
    }
    float[] kinship = new float[documents.length];
    for (int i = 0; squares > 0 && i < kinship.length; i++) {
      double product = 0;
      for (Trait trait : kinds[i]) {
        product += trait.weight() * meant[trait.number()];
      }
      kinship[i] = (float) (product / (lengths[i] * Math.sqrt(squares)));
    }
    return kinship;
  }

  private static double length(Trait[] kind) {
    double squares = LEAST_LENGTH * LEAST_LENGTH;
    for (Trait trait : kind) {
      squares += trait.weight() * trait.weight();
    }
    return Math.sqrt(squares);
  }

  /** The traits of some documents. Doc values are read in the order of the documents. */
  private Trait[][] read(int[] documents) throws IOException {
    Trait[][] kinds = new Trait[documents.length][];
    int[] inOrder =
        IntStream.range(0, documents.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> documents[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int next = 0;
    while (next < inOrder.length) {
      int place = ReaderUtil.subIndex(documents[inOrder[next]], leaves);
      LeafReaderContext leaf = leaves.get(place);
      int end = leaf.docBase + leaf.reader().maxDoc();
      SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), ProductSchema.KIND);
      AtomicReferenceArray<@Nullable Trait> known = ofLeaf(place, (int) values.getValueCount());
      for (; next < inOrder.length && documents[inOrder[next]] < end; next++) {
        kinds[inOrder[next]] = read(values, documents[inOrder[next]] - leaf.docBase, known);
      }
    }
    return kinds;
  }

  private Trait[] read(
      SortedSetDocValues values, int doc, AtomicReferenceArray<@Nullable Trait> known)
      throws IOException {
    if (!values.advanceExact(doc)) {
      return new Trait[0];
    }
    Trait[] kind = new Trait[values.docValueCount()];
    for (int i = 0; i < kind.length; i++) {
      int place = (int) values.nextOrd();
      Trait trait = known.get(place);
      if (trait == null) {
        trait = trait(values.lookupOrd(place).utf8ToString());
        known.set(place, trait);
      }
      kind[i] = trait;
    }
    return kind;
  }

  private AtomicReferenceArray<@Nullable Trait> ofLeaf(int leaf, int size) {
    AtomicReferenceArray<@Nullable Trait> known = ofLeaves.get(leaf);
    if (known == null) {
      known = new AtomicReferenceArray<>(size);
      ofLeaves.set(leaf, known);
    }
    return known;
  }

  private Trait trait(String text) throws IOException {
    Trait known = traits.get(text);
    if (known != null) {
      return known;
    }
    float weight = weight(text);
    return traits.computeIfAbsent(text, t -> new Trait(count.getAndIncrement(), weight));
  }

  private float weight(String trait) throws IOException {
    String name = trait.substring(1);
    int most = 0;
    for (Term term : trait.charAt(0) == CATEGORY ? category(name) : attribute(name)) {
      most = Math.max(most, reader.docFreq(term));
    }
    return most == 0 ? 0 : (float) Math.max(0, Math.log((double) reader.maxDoc() / most));
  }

  private static List<Term> category(String level) {
    return List.of(
        new Term(ProductSchema.VALUES, ProductSchema.term(FieldKind.TEXT, "categories", level)));
  }

  private static List<Term> attribute(String name) {
    return Arrays.stream(FieldKind.values())
        .map(kind -> ProductSchema.field(kind, ProductSchema.attribute(name)))
        .map(field -> new Term(ProductSchema.NAMES, field))
        .toList();
  }
}
