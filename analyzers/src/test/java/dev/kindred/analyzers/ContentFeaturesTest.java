package dev.kindred.analyzers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.AttributeValue;
import dev.kindred.model.FeatureVector;
import dev.kindred.model.Product;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentFeaturesTest {
  private static final Product MUG =
      Product.builder("1", "Red enamel mug").categories(List.of("Home > Kitchen")).build();
  private final ContentFeatures features = new ContentFeatures();

  @Test
  void sameProductGivesSameVectorWhateverItsId() {
    assertEquals(features.of(MUG), new ContentFeatures().of(MUG.toBuilder().id("2").build()));
  }

  /** Three words of length 1 in the bag and 0.5 as the title's, two pairs of length 0.5. */
  @Test
  void eachBlockHasItsLength() {
    FeatureVector vector = features.of(Product.builder("1", "Red enamel mug").build());
    assertEquals(8, vector.size());
    assertEquals(Math.sqrt(1.5), length(vector), 1e-6);
  }

  @Test
  void wordsOfAttributesAreWordsOfTheProduct() {
    Product bare = Product.builder("1", "-").build();
    FeatureVector described = features.of(bare.toBuilder().description("Stephen King").build());
    FeatureVector named =
        features.of(
            bare.toBuilder()
                .attributes(Map.of("author", AttributeValue.of("Stephen King")))
                .build());
    assertEquals(1, length(described), 1e-6);
    assertEquals(Math.sqrt(1.64), length(named), 1e-6, "and the name as a whole, of length 0.8");
    assertTrue(
        Arrays.stream(described.indices())
            .allMatch(feature -> weight(named, feature) == weight(described, feature)));
  }

  @Test
  void productsOfAKindAreNearerThanOthers() {
    Product other = Product.builder("2", "Blue enamel mugs").categories(MUG.categories()).build();
    Product drill = Product.builder("3", "Cordless drill").categories(List.of("Tools")).build();
    assertTrue(dot(MUG, other) > 0.5, "got " + dot(MUG, other));
    assertTrue(Math.abs(dot(MUG, drill)) < 0.1, "got " + dot(MUG, drill));
  }

  @Test
  void brandPriceAndAttributesCount() {
    FeatureVector plain = features.of(MUG);
    assertNotEquals(plain, features.of(MUG.toBuilder().brand("Falcon").build()));
    assertNotEquals(plain, features.of(MUG.toBuilder().price(new BigDecimal("4.5")).build()));
    assertNotEquals(
        plain,
        features.of(MUG.toBuilder().attributes(Map.of("ml", AttributeValue.of(350))).build()));
  }

  @Test
  void rareFeaturesWeighMoreWhenWeighted() {
    List<Product> shop =
        List.of(MUG, Product.builder("2", "Blue mug").build(), Product.builder("3", "Mug").build());
    ContentFeatures weighted = features.weighted(features.inverseFrequencies(shop));
    FeatureVector vector = weighted.of(Product.builder("4", "enamel mug").build());
    int enamel = FeatureHash.of('w', "enamel") & (ContentFeatures.BUCKETS - 1);
    int mug = FeatureHash.of('w', "mug") & (ContentFeatures.BUCKETS - 1);
    assertTrue(Math.abs(weight(vector, enamel)) > Math.abs(weight(vector, mug)));
  }

  @Test
  void withoutReviewsNothingChanges() {
    assertEquals(features.of(MUG), features.of(MUG, ReviewWords.NONE));
  }

  /** A block of length 2 n / (n + 10): one review says less than a description, of length 0.6. */
  @Test
  void manyReviewsSayMoreThanOne() {
    Product bare = Product.builder("1", "-").build();
    ReviewWords one = ReviewWords.of(List.of(ReviewWordsTest.review("r", "Chips easily")));
    assertEquals(2.0 / 11, length(features.of(bare, one)), 1e-6);
    ReviewWords ten = one;
    for (int i = 1; i < 10; i++) {
      ten = ten.with(List.of(ReviewWordsTest.review("r", "Chips easily, bought in 190" + i)));
    }
    assertEquals(1, length(features.of(bare, ten)), 1e-6);
  }

  @Test
  void wordsOfReviewsAreNotWordsOfTheShop() {
    ReviewWords said = ReviewWords.of(List.of(ReviewWordsTest.review("r", "Red enamel mug")));
    Product bare = Product.builder("1", "-").build();
    FeatureVector spoken = features.of(bare, said);
    FeatureVector named = features.of(Product.builder("1", "Red enamel mug").build());
    for (int feature : spoken.indices()) {
      assertTrue(Arrays.binarySearch(named.indices(), feature) < 0);
    }
  }

  private static float weight(FeatureVector vector, int feature) {
    return vector.weights()[Arrays.binarySearch(vector.indices(), feature)];
  }

  private static double length(FeatureVector vector) {
    double sum = 0;
    for (float w : vector.weights()) {
      sum += w * w;
    }
    return Math.sqrt(sum);
  }

  private double dot(Product a, Product b) {
    FeatureVector x = features.of(a);
    FeatureVector y = features.of(b);
    double sum = 0;
    for (int i = 0; i < x.size(); i++) {
      int j = Arrays.binarySearch(y.indices(), x.indices()[i]);
      sum += j < 0 ? 0 : x.weights()[i] * y.weights()[j];
    }
    return sum;
  }
}
