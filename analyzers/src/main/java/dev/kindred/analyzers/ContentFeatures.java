package dev.kindred.analyzers;

import dev.kindred.model.AttributeValue;
import dev.kindred.model.FeatureVector;
import dev.kindred.model.Product;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns a product into hashed features of its content, the input of the content prior.
 *
 * <p>Blocks: all words of the product in one bag, words and word pairs of the title, brand,
 * categories with all levels above them, price band, attributes as name and value, bands of
 * numbers, words of reviews. Each block is scaled to a fixed length, so that a long description
 * does not drown a brand; that of n reviews to n / (n + {@value #HALF_REVIEWS}) of its length, so
 * that one review says less than a title. A feature's number is its hash modulo the number of
 * buckets and its sign another bit of the hash (Weinberger et al., "Feature hashing for large scale
 * multitask learning", ICML 2009). The same product with the same reviews always gives the same
 * vector.
 */
public final class ContentFeatures {
  /** Features are numbered from 0 to below this, unless said otherwise. */
  public static final int BUCKETS = 1 << 16;

  private static final double WORDS = 1;
  private static final double TITLE = 0.5;
  private static final double TITLE_PAIRS = 0.5;
  private static final double BRAND = 0.6;
  private static final double CATEGORIES = 0.8;
  private static final double PRICE = 0.25;
  private static final double ATTRIBUTES = 0.8;
  private static final double NUMBERS = 0.4;
  private static final double PAIR = 0.5;
  private static final double REVIEWS = 2;
  private static final double HALF_REVIEWS = 10;
  private static final int LONGEST_VALUE = 80;

  private final int buckets;
  private final float[] importance;

  /** Features in {@link #BUCKETS} buckets, all equally important. */
  public ContentFeatures() {
    this(BUCKETS, new float[0]);
  }

  private ContentFeatures(int buckets, float[] importance) {
    this.buckets = buckets;
    this.importance = importance;
  }

  /**
   * The same features, the rare ones weighing more.
   *
   * @param importance by feature number, at least 0, one for each; for instance from {@link
   *     #inverseFrequencies}
   */
  public ContentFeatures weighted(float[] importance) {
    if (importance.length != buckets) {
      throw new IllegalArgumentException(
          "importance must have " + buckets + " values, got " + importance.length);
    }
    return new ContentFeatures(buckets, importance.clone());
  }

  /** Features are numbered from 0 to below this. */
  public int buckets() {
    return buckets;
  }

  /** ln(1 + N / (1 + n)) by feature number, n of N products having the feature. */
  public float[] inverseFrequencies(Collection<Product> products) {
    int[] counts = new int[buckets];
    for (Product product : products) {
      for (int feature : of(product).indices()) {
        counts[feature]++;
      }
    }
    float[] weights = new float[buckets];
    for (int i = 0; i < buckets; i++) {
      weights[i] = (float) Math.log1p(products.size() / (1.0 + counts[i]));
    }
    return weights;
  }

  /** The features of a product of which nobody has said anything. */
  public FeatureVector of(Product product) {
    return of(product, ReviewWords.NONE);
  }

  /** The features of a product and of what its reviews say. */
  public FeatureVector of(Product product, ReviewWords reviews) {
    Map<Integer, Float> features = new TreeMap<>();
    List<String> title = ContentWords.of(product.title());
    add(words(product, title), WORDS, features);
    add(title(title), TITLE, features);
    add(titlePairs(title), TITLE_PAIRS, features);
    add(brand(product), BRAND, features);
    add(categories(product), CATEGORIES, features);
    add(price(product), PRICE, features);
    FeatureBlock names = new FeatureBlock('a');
    FeatureBlock numbers = new FeatureBlock('n');
    product.attributes().forEach((name, value) -> attribute(names, numbers, normal(name), value));
    add(names, ATTRIBUTES, features);
    add(numbers, NUMBERS, features);
    add(reviews(reviews), REVIEWS * sure(reviews), features);
    features.values().removeIf(w -> w == 0);
    int[] indices = new int[features.size()];
    float[] weights = new float[indices.length];
    int i = 0;
    for (Map.Entry<Integer, Float> e : features.entrySet()) {
      indices[i] = e.getKey();
      weights[i++] = e.getValue();
    }
    return new FeatureVector(indices, weights);
  }

  private void add(FeatureBlock block, double weight, Map<Integer, Float> features) {
    block.addTo(features, weight, buckets, importance);
  }

  /** Everything that the shop says, in one bag. */
  private static FeatureBlock words(Product product, List<String> title) {
    FeatureBlock block = new FeatureBlock('t');
    title.forEach(word -> block.add(word, 1));
    addWords(product.description(), block);
    product.brand().ifPresent(brand -> addWords(brand, block));
    product.categories().forEach(category -> addWords(category, block));
    product.attributes().values().forEach(value -> addWords(value, block));
    return block;
  }

  private static void addWords(String text, FeatureBlock block) {
    ContentWords.of(text).forEach(word -> block.add(word, 1));
  }

  private static void addWords(AttributeValue value, FeatureBlock block) {
    switch (value) {
      case AttributeValue.Text text -> addWords(text.value(), block);
      case AttributeValue.Numeric number -> block.add(number.value().toPlainString(), 1);
      case AttributeValue.Flag flag -> {
        // Yes and no are no words.
      }
      case AttributeValue.Many many -> many.values().forEach(v -> addWords(v, block));
      case AttributeValue.Group group -> group.values().values().forEach(v -> addWords(v, block));
    }
  }

  private static FeatureBlock title(List<String> title) {
    FeatureBlock block = new FeatureBlock('w');
    title.forEach(word -> block.add(word, 1));
    return block;
  }

  private static FeatureBlock titlePairs(List<String> title) {
    FeatureBlock block = new FeatureBlock('w');
    for (int i = 1; i < title.size(); i++) {
      block.add(title.get(i - 1) + ' ' + title.get(i), 1);
    }
    return block;
  }

  private static FeatureBlock reviews(ReviewWords reviews) {
    FeatureBlock block = new FeatureBlock('r');
    for (int i = 0; i < reviews.size(); i++) {
      block.add(reviews.hash(i), reviews.count(i));
    }
    return block;
  }

  /* One review is a voice, twenty are what people say. */
  private static double sure(ReviewWords reviews) {
    return reviews.reviews() / (reviews.reviews() + HALF_REVIEWS);
  }

  private static FeatureBlock brand(Product product) {
    FeatureBlock block = new FeatureBlock('b');
    product.brand().ifPresent(b -> block.add(normal(b), 1));
    return block;
  }

  private static FeatureBlock categories(Product product) {
    FeatureBlock block = new FeatureBlock('c');
    for (String path : product.categories()) {
      CategoryPath.levels(path).forEach(level -> block.add(normal(level), 1));
    }
    return block;
  }

  /** Two bands for each doubling of the price, the neighbours half as much. */
  private static FeatureBlock price(Product product) {
    FeatureBlock block = new FeatureBlock('p');
    double price = product.price().map(BigDecimal::doubleValue).orElse(0.0);
    if (price > 0) {
      String currency = product.currency().orElse("");
      long band = Math.round(2 * Math.log(price) / Math.log(2));
      block.add(currency + band, 1);
      block.add(currency + (band - 1), PAIR);
      block.add(currency + (band + 1), PAIR);
    }
    return block;
  }

  private static void attribute(
      FeatureBlock names, FeatureBlock numbers, String name, AttributeValue value) {
    switch (value) {
      case AttributeValue.Text text -> {
        if (text.value().length() <= LONGEST_VALUE) {
          names.add(name + '=' + normal(text.value()), 1);
        }
      }
      case AttributeValue.Numeric number -> number(numbers, name, number.value().doubleValue());
      case AttributeValue.Flag flag -> names.add(name + '=' + flag.value(), PAIR);
      case AttributeValue.Many many ->
          many.values().forEach(v -> attribute(names, numbers, name, v));
      case AttributeValue.Group group ->
          group
              .values()
              .forEach((inner, v) -> attribute(names, numbers, name + '.' + normal(inner), v));
    }
  }

  /**
   * A number as bands of several widths, so that near values meet whatever the scale: two bands for
   * each doubling, the neighbours half as much, and the number rounded to two and to three digits.
   */
  private static void number(FeatureBlock block, String name, double number) {
    block.add(name + '=' + String.format(Locale.ROOT, "%.1e", number), PAIR);
    block.add(name + ':' + String.format(Locale.ROOT, "%.2e", number), PAIR);
    if (number != 0) {
      String sign = number < 0 ? "-" : "";
      long band = Math.round(2 * Math.log(Math.abs(number)) / Math.log(2));
      block.add(name + '~' + sign + band, 1);
      block.add(name + '~' + sign + (band - 1), PAIR);
      block.add(name + '~' + sign + (band + 1), PAIR);
    }
  }

  private static String normal(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
