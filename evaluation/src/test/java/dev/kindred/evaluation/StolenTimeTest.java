package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StolenTimeTest {
  @Test
  void isAShareWhereTheSystemSays() throws InterruptedException {
    StolenTime stolen = new StolenTime();
    Thread.sleep(Duration.ofMillis(50));

    stolen.share().ifPresent(share -> assertTrue(share >= 0 && share <= 1, "got " + share));
  }
}
