package dev.kindred.cli.kill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program without warning while it starts, serves, imports and trains, and looks after
 * each time: nothing acknowledged is lost, nothing is there twice, the index catches up by itself,
 * the previous generation serves. {@code ./mvnw verify -pl cli -am -Dtest=KillEverythingTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dkindred.kills=200} kills as often, otherwise it goes on
 * for some seconds; {@code -Dkindred.seed} sets what happens and when.
 */
class KillEverythingTest {
  private static final int KILLS = Integer.getInteger("kindred.kills", 0);
  private static final long SEED = Long.getLong("kindred.seed", 1);
  private static final long USUAL_SECONDS = 20;

  /** Every so many kills in a fresh directory, so that creating it is hit too. */
  private static final int KILLS_A_DIRECTORY = 25;

  /** From then on there is to be a generation. */
  private static final int KILLS_BEFORE_TRAINING = 2;

  @TempDir Path folder;

  private final long began = System.nanoTime();
  private final Moments moments = new Moments();
  private int kills;
  private long acknowledged;

  @Test
  void losesNothingAcknowledgedAndKeepsNothingTwice() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    int directories = 0;
    while (wantsMore(kills)) {
      suffer(new Ordeal(folder.resolve("shop-" + directories), moments, random.split()));
      directories++;
    }
    assertTrue(kills > 0 && acknowledged > kills, "nothing was tested");
    System.out.printf(
        "%d kills in %d directories in %d s: of %d acknowledged changes none lost or doubled%n",
        kills,
        directories,
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began),
        acknowledged);
  }

  private void suffer(Ordeal ordeal) throws Exception {
    try {
      while (ordeal.kills() < KILLS_A_DIRECTORY && wantsMore(kills + ordeal.kills())) {
        if (ordeal.kills() >= KILLS_BEFORE_TRAINING && ordeal.generation() == 0) {
          ordeal.train();
        }
        ordeal.round();
      }
      ordeal.finish();
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          "seed " + SEED + ", kill " + (kills + ordeal.kills()) + ": " + e.getMessage(), e);
    }
    System.out.printf(
        "killed: %s; %d changes acknowledged, generation %d%n",
        ordeal.killsByKind(), ordeal.acknowledged(), ordeal.generation());
    kills += ordeal.kills();
    acknowledged += ordeal.acknowledged();
  }

  private boolean wantsMore(int soFar) {
    return KILLS > 0
        ? soFar < KILLS
        : System.nanoTime() - began < TimeUnit.SECONDS.toNanos(USUAL_SECONDS);
  }
}
