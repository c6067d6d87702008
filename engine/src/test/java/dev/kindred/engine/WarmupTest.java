package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmupTest {

  @Test
  void leavesNoTrace(@TempDir Path folder) throws InterruptedException {
    try (Kindred kindred = SmallShop.open(folder)) {
      long before = kindred.store().sequence();
      try (Warmup warmup = new Warmup(kindred)) {
        warmup.start();
        Thread.sleep(700); // enough for hundreds of requests
      }
      assertEquals(before, kindred.store().sequence());
    }
  }

  @Test
  void anEmptyShopHasNothingToAsk(@TempDir Path folder) {
    try (Kindred kindred = Kindred.open(folder, Settings.DEFAULTS)) {
      assertTimeout(Duration.ofSeconds(4), () -> startAndClose(kindred));
    }
  }

  private static void startAndClose(Kindred kindred) {
    try (Warmup warmup = new Warmup(kindred)) {
      warmup.start();
    }
  }
}
