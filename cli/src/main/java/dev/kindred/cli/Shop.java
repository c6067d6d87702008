package dev.kindred.cli;

import dev.kindred.engine.Kindred;
import java.io.IOException;
import java.time.Duration;

/** Opens the data directory of a command, also while another process serves it. */
final class Shop {
  private static final Duration LONG = Duration.ofMinutes(30);

  private Shop() {}

  /** Opens what is there; the index may still be behind the store. */
  static Kindred open(SharedOptions shared) throws IOException {
    shared.existingData();
    return Kindred.openBeside(shared.data(), shared.configuration().engine());
  }

  /** Opens what is there, to answer from all of it. */
  static Kindred openWhole(SharedOptions shared) throws IOException {
    Kindred kindred = open(shared);
    try {
      awaitIndex(kindred);
      return kindred;
    } catch (RuntimeException e) {
      kindred.close();
      throw e;
    }
  }

  /** Waits until everything in the store can be found. */
  static void awaitIndex(Kindred kindred) {
    if (!kindred.awaitVisible(kindred.store().sequence(), LONG)) {
      throw new CommandFailedException(
          "the index did not catch up with the store in " + LONG.toMinutes() + " minutes");
    }
  }
}
