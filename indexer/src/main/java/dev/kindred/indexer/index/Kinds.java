package dev.kindred.indexer.index;

import dev.kindred.analyzers.CategoryPath;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * Which kind of thing a query means, seen from what it finds.
 *
 * <p>A product's kind is a vector over the levels of its categories and the names of its
 * attributes, each weighing ln(N / n), n of N products having it; so that catalogues without
 * categories have kinds, too: a keyboard has a layout, a cover for it has a material. What is asked
 * for is the mean of the kinds found, each counted by the third power of its score. This is the
 * cluster hypothesis (van Rijsbergen, 1979) at work: where most good matches are keyboards, a cover
 * that is named after them is not what was meant.
 *
 * <p>Safe for many threads. Weights hold for one reader; kinds are kept by product number as long
 * as neither reader nor product change.
 */
final class Kinds {
  private static final AtomicLong SERIALS = new AtomicLong();
  private static final int SLOTS = 1 << 15;

  /* Keeps products with few common features from having a strong kind by chance. */
  private static final double LEAST_LENGTH = 8;

  private final AtomicReferenceArray<@Nullable Entry> slots = new AtomicReferenceArray<>(SLOTS);
  private volatile @Nullable Features features;

  /** A product's features, as numbers of {@link Features}, with weights of length up to 1. */
  private record Kind(int[] features, float[] weights) {}

  /* With the number of the features and not these: they hold a reader, which must not stay. */
  private record Entry(Product product, long features, Kind kind) {}

  private record Feature(int number, float weight) {}

  /** A product that was found, and how well it matches: its score as a share of the best. */
  record Found(int number, Product product, double share) {}

  /** How near each of what was found is to what all of it has in common, 0 to 1. */
  float[] kinship(IndexReader reader, List<Found> found) {
    Features known = features(reader);
    List<Kind> kinds = new ArrayList<>(found.size());
    for (Found each : found) {
      kinds.add(kind(each, known));
    }
    float[] meant = new float[known.count.get()];
    for (int i = 0; i < kinds.size(); i++) {
      double share = Math.min(1, found.get(i).share());
      add(kinds.get(i), (float) (share * share * share), meant);
    }
    double length = 0;
    for (float weight : meant) {
      length += weight * weight;
    }
    float[] kinship = new float[kinds.size()];
    for (int i = 0; length > 0 && i < kinship.length; i++) {
      kinship[i] = (float) (product(kinds.get(i), meant) / Math.sqrt(length));
    }
    return kinship;
  }

  private static void add(Kind kind, float times, float[] sum) {
    for (int i = 0; i < kind.features.length; i++) {
      sum[kind.features[i]] += times * kind.weights[i];
    }
  }

  private static float product(Kind kind, float[] other) {
    float sum = 0;
    for (int i = 0; i < kind.features.length; i++) {
      sum += kind.weights[i] * other[kind.features[i]];
    }
    return sum;
  }

  @SuppressWarnings("ReferenceEquality") // A reader is equal to itself alone.
  private Features features(IndexReader reader) {
    Features known = features;
    if (known == null || known.reader != reader) {
      known = new Features(reader);
      features = known;
    }
    return known;
  }

  @SuppressWarnings("ReferenceEquality") // What is not the same is only made again.
  private Kind kind(Found found, Features known) {
    int slot = found.number() & (SLOTS - 1);
    Entry entry = slots.get(slot);
    if (entry != null && entry.product == found.product() && entry.features == known.serial) {
      return entry.kind;
    }
    Kind kind = kind(found.product(), known);
    slots.set(slot, new Entry(found.product(), known.serial, kind));
    return kind;
  }

  private static Kind kind(Product product, Features known) {
    List<Feature> all = new ArrayList<>();
    product.categories().stream()
        .flatMap(c -> CategoryPath.levels(c).stream())
        .distinct()
        .forEach(level -> all.add(known.category(level)));
    product
        .attributes()
        .forEach((name, value) -> {
          if (!(value instanceof AttributeValue.Flag flag) || flag.value()) {
            all.add(known.attribute(name));
          }
        });
    double squares = LEAST_LENGTH * LEAST_LENGTH;
    for (Feature feature : all) {
      squares += feature.weight() * feature.weight();
    }
    int[] numbers = new int[all.size()];
    float[] weights = new float[all.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = all.get(i).number();
      weights[i] = (float) (all.get(i).weight() / Math.sqrt(squares));
    }
    return new Kind(numbers, weights);
  }

  /** What products of one reader can have, numbered as they come. */
  private static final class Features {
    private final long serial = SERIALS.incrementAndGet();
    private final IndexReader reader;
    private final AtomicInteger count = new AtomicInteger();
    private final ConcurrentHashMap<String, Feature> categories = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Feature> attributes = new ConcurrentHashMap<>();

    Features(IndexReader reader) {
      this.reader = reader;
    }

    Feature category(String level) {
      return categories.computeIfAbsent(
          level,
          l ->
              feature(
                  new Term(
                      ProductSchema.VALUES, ProductSchema.term(FieldKind.TEXT, "categories", l))));
    }

    Feature attribute(String name) {
      return attributes.computeIfAbsent(
          name,
          n ->
              feature(
                  Arrays.stream(FieldKind.values())
                      .map(kind -> ProductSchema.field(kind, ProductSchema.attribute(n)))
                      .map(field -> new Term(ProductSchema.NAMES, field))
                      .toArray(Term[]::new)));
    }

    private Feature feature(Term... terms) {
      try {
        int most = 0;
        for (Term term : terms) {
          most = Math.max(most, reader.docFreq(term));
        }
        double rarity = most == 0 ? 0 : Math.log((double) reader.maxDoc() / most);
        return new Feature(count.getAndIncrement(), (float) Math.max(0, rarity));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
