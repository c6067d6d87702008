package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.store.Change;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovingFactorsTest {
  private static final int EVERYTHING = 2 * SmallShop.OF_EACH + 1;
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

  /** The place for somebody who has not bought it, once it has moved up, or in the end. */
  private static int settled(Kindred shop, int before) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (rank(shop) >= Math.min(before, SmallShop.OF_EACH) && System.currentTimeMillis() < end) {
      Thread.sleep(50);
    }
    return rank(shop);
  }

  private static int rank(Kindred shop) {
    RecommendRequest request =
        new RecommendRequest(
            SmallShop.user("tool59"),
            Optional.empty(),
            List.of(),
            RecommendRequest.Seen.SHOWN,
            0,
            Page.first(EVERYTHING),
            false);
    List<String> ids =
        shop.recommend(request).hits().stream().map(hit -> hit.product().id()).toList();
    return ids.contains("x") ? ids.indexOf("x") : EVERYTHING;
  }
}
