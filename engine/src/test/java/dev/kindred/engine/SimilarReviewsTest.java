package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Three blenders of which the shop says the same; people do not. */
class SimilarReviewsTest {
  @TempDir private Path folder;

  @Test
  void whatPeopleSpeakOfAlikeIsMoreSimilarAndSaysWhatTheyPraise() throws InterruptedException {
    try (Kindred shop = Kindred.open(folder, SmallShop.settings())) {
      List<Change> changes = new ArrayList<>();
      for (String id : List.of("a", "b", "c", "d")) {
        changes.add(new Change.PutProduct(Product.builder(id, "Kitchen blender").build()));
      }
      SmallShop.write(shop, changes);
      assertEquals(List.of("b", "c", "d"), ids(similar(shop)), "by id while nobody has spoken");
      assertTrue(similar(shop).stream().noneMatch(hit -> reason(hit).isPresent()));
      List<Change> reviews = new ArrayList<>();
      add(reviews, "a", "I love the quiet motor.", "The motor is wonderfully quiet.");
      add(reviews, "b", "It leaked on day one.", "The lid is flimsy and leaks.");
      add(reviews, "c", "An excellent motor, so quiet.", "The quiet motor is great.");
      shop.write(reviews);
      assertTrue(shop.awaitAspects(shop.store().sequence(), Duration.ofSeconds(30)));
      long end = System.currentTimeMillis() + 20_000;
      while (!ids(similar(shop)).getFirst().equals("c") && System.currentTimeMillis() < end) {
        Thread.sleep(50);
      }
      List<Hit> similar = similar(shop);
      assertEquals("c", similar.getFirst().product().id());
      Reason reason = reason(similar.getFirst()).orElseThrow();
      assertTrue(reason.value() > 0, reason.toString());
      assertEquals(List.of("motor"), reason.praised());
      assertTrue(
          similar.stream()
              .filter(hit -> !hit.product().id().equals("c"))
              .noneMatch(hit -> reason(hit).isPresent()),
          similar.toString());
    }
  }

  private static void add(List<Change> changes, String product, String... texts) {
    for (String text : texts) {
      changes.add(
          new Change.PutReview(
              new Review(
                  product + changes.size(),
                  product,
                  Optional.of("u" + changes.size()),
                  OptionalDouble.of(product.equals("b") ? 1 : 5),
                  "",
                  text,
                  Optional.empty())));
    }
  }

  private static List<Hit> similar(Kindred shop) {
    return shop.similar(new RelatedRequest("a", Optional.empty(), List.of(), Page.first(5), true))
        .hits();
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.product().id()).toList();
  }

  private static Optional<Reason> reason(Hit hit) {
    return hit.why().stream().filter(r -> r.signal().equals(ReviewSignal.NAME)).findFirst();
  }
}
