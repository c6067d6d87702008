package dev.kindred.evaluation;

import dev.kindred.analyzers.ContentFeatures;
import dev.kindred.analyzers.ReviewWords;
import dev.kindred.analyzers.review.ReviewFindings.Opinion;
import dev.kindred.analyzers.review.ReviewReader;
import dev.kindred.analyzers.title.TitleFeatures;
import dev.kindred.analyzers.title.TitleReader;
import dev.kindred.analyzers.title.TitleStatistics;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.FeatureVector;
import dev.kindred.model.Product;
import dev.kindred.model.Review;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Ways to make features of a product's content, to be compared. */
final class ContentKinds {
  /** The words of title, description, brand, categories and attributes in one bag. */
  static final String WORDS = "words";

  /** What the engine makes of the same: a block for each, names and bands of values. */
  static final String CONTENT = "content";

  /** And what the title states, as attributes. */
  static final String TITLES = "titles";

  /** Content and the number of reviews, but nothing of what they say. */
  static final String COUNT = "review_count";

  /** Content and the aspects that reviews mention, with praise and blame, as attributes. */
  static final String ASPECTS = "aspects";

  /** Content and the words of reviews: what the engine uses. */
  static final String REVIEWS = "reviews";

  private static final double CLEARLY = 0.2;
  private static final int LONGEST = 20_000;

  private final ContentFeatures features = new ContentFeatures();
  private final Map<String, BiFunction<Product, List<Review>, FeatureVector>> kinds =
      new LinkedHashMap<>();

  /**
   * @param reviews all that there are; empty for none
   * @param aspects whether reviews are read for their aspects, which takes a while
   */
  ContentKinds(Collection<Product> catalogue, List<Review> reviews, boolean aspects) {
    TitleReader titles = new TitleReader(new TitleStatistics(catalogue));
    kinds.put(WORDS, (product, said) -> features.of(bag(product)));
    kinds.put(CONTENT, (product, said) -> features.of(product));
    kinds.put(TITLES, (product, said) -> features.of(stated(product, titles)));
    if (!reviews.isEmpty()) {
      kinds.put(
          COUNT,
          (product, said) ->
              features.of(with(product, Map.of("reviews", AttributeValue.of(said.size())))));
      if (aspects) {
        ReviewReader reader = new ReviewReader().knowing(reviews);
        Map<String, List<String>> mentioned = new ConcurrentHashMap<>();
        reviews.parallelStream().forEach(r -> mentioned.put(r.id(), mentions(reader, r)));
        kinds.put(ASPECTS, (product, said) -> features.of(mentioning(product, said, mentioned)));
      }
      kinds.put(REVIEWS, (product, said) -> features.of(product, ReviewWords.of(said)));
    }
  }

  /** By name, from the least to the most. */
  Map<String, BiFunction<Product, List<Review>, FeatureVector>> byName() {
    return kinds;
  }

  private static Product bag(Product product) {
    StringBuilder text = new StringBuilder(product.title());
    text.append(' ').append(product.description());
    product.brand().ifPresent(brand -> text.append(' ').append(brand));
    product.categories().forEach(category -> text.append(' ').append(category));
    product.attributes().values().forEach(value -> append(value, text));
    String all = text.substring(0, Math.min(LONGEST, text.length()));
    return Product.builder(product.id(), "-").description(all).build();
  }

  private static void append(AttributeValue value, StringBuilder text) {
    switch (value) {
      case AttributeValue.Text words -> text.append(' ').append(words.value());
      case AttributeValue.Numeric number -> text.append(' ').append(number.value());
      case AttributeValue.Flag flag -> text.append(' ').append(flag.value());
      case AttributeValue.Many many -> many.values().forEach(v -> append(v, text));
      case AttributeValue.Group group -> group.values().values().forEach(v -> append(v, text));
    }
  }

  private static Product stated(Product product, TitleReader reader) {
    TitleFeatures title = reader.read(product.title());
    Map<String, AttributeValue> found = new LinkedHashMap<>();
    title.type().ifPresent(type -> found.put("stated type", AttributeValue.of(type)));
    title
        .type()
        .map(type -> type.substring(type.lastIndexOf(' ') + 1))
        .ifPresent(head -> found.put("stated head", AttributeValue.of(head)));
    title
        .brand()
        .map(brand -> brand.toLowerCase(Locale.ROOT))
        .ifPresent(brand -> found.put("stated brand", AttributeValue.of(brand)));
    found.put("stated colour", many(title.colours()));
    found.put("stated material", many(title.materials()));
    found.put("stated size", many(title.sizes()));
    found.put("stated audience", many(title.audiences()));
    for (TitleFeatures.Quantity quantity : title.quantities()) {
      found.put("stated " + quantity.kind(), AttributeValue.of(quantity.amount()));
    }
    title.pieces().ifPresent(n -> found.put("stated pieces", AttributeValue.of(n)));
    return with(product, found);
  }

  private static List<String> mentions(ReviewReader reader, Review review) {
    return reader.read(review).opinions().stream().map(ContentKinds::mention).toList();
  }

  private static String mention(Opinion opinion) {
    double leaning = opinion.leaning();
    String side = leaning > CLEARLY ? " praised" : leaning < -CLEARLY ? " blamed" : "";
    return opinion.aspect() + side;
  }

  private static Product mentioning(
      Product product, List<Review> said, Map<String, List<String>> mentioned) {
    List<String> all = new ArrayList<>();
    said.forEach(review -> all.addAll(mentioned.getOrDefault(review.id(), List.of())));
    return with(product, Map.of("aspects", many(all)));
  }

  private static AttributeValue many(Collection<String> values) {
    return new AttributeValue.Many(
        values.stream().sorted().<AttributeValue>map(AttributeValue::of).toList());
  }

  private static Product with(Product product, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>(product.attributes());
    attributes.putAll(more);
    return product.toBuilder().attributes(attributes).build();
  }
}
