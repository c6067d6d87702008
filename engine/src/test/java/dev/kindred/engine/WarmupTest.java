package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmupTest {

  @Test
  void leavesNoTraceAndEndsWhenClosed(@TempDir Path folder) {
    try (Kindred kindred = SmallShop.open(folder)) {
      long before = kindred.store().sequence();
      assertTimeout(Duration.ofSeconds(4), () -> startAndClose(kindred));
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
