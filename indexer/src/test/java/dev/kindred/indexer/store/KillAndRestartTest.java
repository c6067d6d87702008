package dev.kindred.indexer.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.store.NumberedBatches.Acknowledged;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a writing process without warning, again and again on the same data, and looks after each
 * time. {@code -Dkindred.kills=200} kills as often; {@code -Dkindred.seed} sets the moments.
 */
class KillAndRestartTest {
  private static final int KILLS = Integer.getInteger("kindred.kills", 10);
  private static final long SEED = Long.getLong("kindred.seed", 1);
  private static final int LANES = 4;
  private static final int LONGEST_MILLIS = 500;

  /** Every so many kills on fresh data, so that creating it is hit too and looking stays quick. */
  private static final int KILLS_A_STORE = 10;

  /** One in so many kills does not wait for the first acknowledged batch. */
  private static final int EARLY_KILLS = 4;

  @TempDir Path directory;

  @Test
  void losesNothingAcknowledgedAndKeepsNothingTwice() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Acknowledged> acknowledged = new ArrayList<>();
    int all = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      if (kill % KILLS_A_STORE == 0) {
        acknowledged.clear();
      }
      Path file = directory.resolve("store-" + kill / KILLS_A_STORE + ".db");
      int before = acknowledged.size();
      writeUntilKilled(file, random, acknowledged);
      all += acknowledged.size() - before;
      try (Store store = SqliteStore.open(file)) {
        BatchVerification.verify(store, acknowledged, LANES, "seed " + SEED + ", kill " + kill);
      }
    }
    assertTrue(all > KILLS, "only " + all + " batches were acknowledged: nothing was tested");
    System.out.println(KILLS + " kills, " + all + " batches acknowledged, none lost or doubled");
  }

  private void writeUntilKilled(Path file, SplittableRandom random, List<Acknowledged> acknowledged)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BatchWriter.class.getName(),
                file.toString(),
                "" + LANES)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean early = random.nextInt(EARLY_KILLS) == 0;
    long millis = random.nextInt(LONGEST_MILLIS);
    try (BufferedReader output = process.inputReader()) {
      String first = early ? null : output.readLine();
      Thread killer =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  TimeUnit.MILLISECONDS.sleep(millis);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                // Not process.destroyForcibly(), which closes the output before it is read.
                process.toHandle().destroyForcibly();
              });
      for (String line = early ? output.readLine() : first;
          line != null;
          line = output.readLine()) {
        Acknowledged.of(line).ifPresent(acknowledged::add);
      }
      killer.join();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
