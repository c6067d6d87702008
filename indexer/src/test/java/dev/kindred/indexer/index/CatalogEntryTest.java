package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.ShopFacts;
import dev.kindred.model.Product;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an entry says by itself is what its product says. */
class CatalogEntryTest {
  private static final int PRODUCTS = 120;

  @Test
  void entriesSayWhatTheirProductsSay(@TempDir Path folder) {
    SplittableRandom random = new SplittableRandom(3);
    Map<String, Product> shop = new HashMap<>();
    try (Fixture fixture = new Fixture(folder)) {
      for (int round = 0; round < 4; round++) {
        for (int i = 0; i < PRODUCTS / 2; i++) {
          Product product = product("p" + random.nextInt(PRODUCTS), random);
          shop.put(product.id(), product);
        }
        fixture.put(shop.values());
      }
      int seen =
          fixture.view(view -> {
            var found = view.retrieve(Retrieval.all(PRODUCTS)).candidates();
            for (Candidate candidate : found) {
              Product product = shop.get(candidate.id());
              assertEquals(product, candidate.product());
              assertEquals(ShopFacts.of(product), candidate.entry().facts());
              assertEquals(view.number(product.id()).orElseThrow(), candidate.number());
            }
            return found.size();
          });
      assertEquals(shop.size(), seen);
    }
  }

  private static Product product(String id, SplittableRandom random) {
    Product.Builder product = Product.builder(id, "Thing " + id).inStock(random.nextBoolean());
    if (random.nextBoolean()) {
      product.price(new BigDecimal(random.nextInt(100_000)).movePointLeft(2));
    }
    if (random.nextBoolean()) {
      product.rating(1 + random.nextInt(41) / 10.0);
    }
    if (random.nextBoolean()) {
      product.reviewCount(random.nextInt(5_000));
    }
    if (random.nextBoolean()) {
      product.createdAt(Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L)));
    }
    return product.build();
  }
}
