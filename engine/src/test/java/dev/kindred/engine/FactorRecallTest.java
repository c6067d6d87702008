package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kindred.indexer.store.Change;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactorRecallTest {
  @Test
  void productsThatCameAfterTrainingAreNoFault(@TempDir Path folder) {
    try (Kindred shop = SmallShop.open(folder)) {
      assertEquals(1, shop.recall());
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        changes.add(new Change.PutProduct(SmallShop.candle("new" + i, "Candle number " + i, 3)));
        for (int person = 0; person < 5; person++) {
          changes.add(SmallShop.purchase("candle" + (i + person), "new" + i, 1_000 + i));
        }
      }
      SmallShop.write(shop, changes);
      // Asked again and again while the new products' factors move.
      for (int again = 0; again < 20; again++) {
        assertEquals(1, shop.recall(), 0.01);
      }
      assertEquals(List.of(), shop.check());
    }
  }
}
