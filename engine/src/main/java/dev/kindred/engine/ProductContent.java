package dev.kindred.engine;

import dev.kindred.analyzers.ContentFeatures;
import dev.kindred.indexer.aspect.ReviewWordBook;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.FeatureVector;
import dev.kindred.model.Product;
import java.util.List;

/**
 * What is known of a product without anybody having come to it: what the shop says of it and what
 * its reviews say. The one place where the content features of training and of serving are made,
 * and where two products are compared by content.
 *
 * <p>Reviews count as they were when last {@link #follow followed}; in a shop without reviews
 * everything is as if there were none to follow.
 */
final class ProductContent {
  private final ContentFeatures features = new ContentFeatures();
  private final ReviewWordBook reviews = new ReviewWordBook();

  ProductContent() {}

  /** The features from which the prior predicts a factor. */
  FeatureVector features(Product product) {
    return features.of(product, reviews.of(product.id()));
  }

  /** Takes up the reviews as they are in the store. */
  void follow(Store store) {
    reviews.follow(store);
  }

  /** The products whose reviews changed after a number of the store, in the order of changes. */
  List<ReviewWordBook.Changed> changedAfter(long sequence) {
    return reviews.changedAfter(sequence);
  }

  /** A product, ready to be compared with others. */
  Described described(Product product) {
    return new Described(product.id(), features.of(product));
  }

  /** A product and what the shop says of it. */
  record Described(String id, FeatureVector words) {}

  /** How alike what the shop says of two products is, -1 to 1. */
  double likeness(Described one, Product other) {
    return Likeness.cosine(one.words(), features.of(other));
  }

  /** How alike people speak of two products, 0 to 1; 0 if either has no reviews. */
  double spokenAlike(Described one, Product other) {
    return reviews.likeness(one.id(), other.id());
  }
}
