package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.generation.TrainingProgress;
import dev.kindred.indexer.store.Change;
import dev.kindred.model.Product;
import dev.kindred.model.Review;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovingFactorsTest {
  private static final int EVERYTHING = 2 * SmallShop.OF_EACH + 1;
  private static final int REVIEWS = 10;
  private static final long PATIENCE_MILLIS = 20_000;

  @TempDir private Path folder;

  @Test
  void aNewProductComesToThePeopleWhoBuyItBeforeAnyTraining() throws InterruptedException {
    int before;
    int moved;
    try (Kindred shop = SmallShop.open(folder)) {
      SmallShop.write(
          shop, List.of(new Change.PutProduct(SmallShop.candle("x", "Candle number 5", 5))));
      before = rank(shop);
      assertTrue(before >= SmallShop.OF_EACH, "a candle comes after the tools, got " + before);
      List<Change> purchases = new ArrayList<>();
      for (int person = 0; person < 40; person++) {
        purchases.add(SmallShop.purchase("tool" + person, "x", 100));
      }
      SmallShop.write(shop, purchases);
      moved = settled(shop, before);
      assertEquals(1, shop.status().generation());
    }
    assertTrue(moved < SmallShop.OF_EACH, "among the tools by its buyers, got " + moved);
    try (Kindred again = Kindred.open(folder, SmallShop.settings())) {
      assertTrue(again.awaitVisible(again.store().sequence(), Duration.ofSeconds(20)));
      assertTrue(settled(again, before) < SmallShop.OF_EACH, "moved again after a restart");
    }
  }

  @Test
  void aNewProductFollowsItsReviewsBeforeAnybodyCame() throws InterruptedException {
    double before;
    double praised;
    try (Kindred shop = SmallShop.open(folder)) {
      List<Change> reviews = new ArrayList<>();
      for (int i = 0; i < SmallShop.OF_EACH; i++) {
        addReviews(reviews, "t" + i, "Sturdy, with a good grip");
        addReviews(reviews, "c" + i, "Smells lovely and burns long");
      }
      SmallShop.write(shop, reviews);
      shop.train(TrainingProgress.SILENT);
      assertEquals(2, shop.status().generation());
      SmallShop.write(shop, List.of(new Change.PutProduct(thing())));
      before = score(shop);
      List<Change> more = new ArrayList<>();
      addReviews(more, "x", "Sturdy, with a good grip");
      SmallShop.write(shop, more);
      praised = scoreOtherThan(before, shop);
      assertTrue(praised > before + 0.03, before + " then " + praised);
      List<Change> gone = new ArrayList<>();
      for (int n = 0; n < REVIEWS; n++) {
        gone.add(new Change.DeleteReview("x-" + n));
      }
      SmallShop.write(shop, gone);
      assertEquals(before, scoreOtherThan(praised, shop), 1e-6, "without its reviews as before");
      SmallShop.write(shop, more);
      assertEquals(praised, scoreOtherThan(before, shop), 1e-6);
    }
    try (Kindred again = Kindred.open(folder, SmallShop.settings())) {
      assertTrue(again.awaitVisible(again.store().sequence(), Duration.ofSeconds(20)));
      assertEquals(praised, scoreOtherThan(before, again), 1e-6, "after a restart, too");
    }
  }

  /** Of the product for somebody who buys tools, once it is another one, or in the end. */
  private static double scoreOtherThan(double before, Kindred shop) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (Math.abs(score(shop) - before) < 1e-6 && System.currentTimeMillis() < end) {
      Thread.sleep(50);
    }
    return score(shop);
  }

  private static double score(Kindred shop) {
    return all(shop).stream()
        .filter(hit -> hit.product().id().equals("x"))
        .mapToDouble(Hit::score)
        .findFirst()
        .orElse(0);
  }

  private static Product thing() {
    return Product.builder("x", "Thing").build();
  }

  private static void addReviews(List<Change> changes, String product, String text) {
    for (int n = 0; n < REVIEWS; n++) {
      changes.add(
          new Change.PutReview(
              new Review(
                  product + "-" + n,
                  product,
                  Optional.of("reader" + n),
                  OptionalDouble.of(5),
                  "",
                  text + ", part " + n,
                  Optional.empty())));
    }
  }

  /** The place for somebody who has not bought it, once it has moved up, or in the end. */
  private static int settled(Kindred shop, int before) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (rank(shop) >= Math.min(before, SmallShop.OF_EACH) && System.currentTimeMillis() < end) {
      Thread.sleep(50);
    }
    return rank(shop);
  }

  private static int rank(Kindred shop) {
    List<String> ids = all(shop).stream().map(hit -> hit.product().id()).toList();
    return ids.contains("x") ? ids.indexOf("x") : EVERYTHING;
  }

  private static List<Hit> all(Kindred shop) {
    RecommendRequest request =
        new RecommendRequest(
            SmallShop.user("tool59"),
            Optional.empty(),
            List.of(),
            RecommendRequest.Seen.SHOWN,
            0,
            Page.first(EVERYTHING),
            false);
    return shop.recommend(request).hits();
  }
}
