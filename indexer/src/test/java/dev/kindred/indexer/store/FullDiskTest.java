package dev.kindred.indexer.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small file system in memory, filled up; needs the right to mount one. */
class FullDiskTest {
  private static final int DISK_MIB = 8;

  @TempDir Path directory;

  @Test
  void aFullDiskIsNamedLosesNothingAndIsSurvived() throws Exception {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MIB + "m", "tmpfs", disk.toString());
    assumeTrue(mounted, "skipped: this user may not mount a tmpfs to fill up");
    try {
      fillAndGoOn(disk);
    } finally {
      run("umount", disk.toString());
    }
  }

  private static void fillAndGoOn(Path disk) throws IOException {
    Path ballast = disk.resolve("ballast");
    try (Store store = SqliteStore.open(disk.resolve("kindred.db"))) {
      store.apply(List.of(product("first")));
      Files.write(ballast, new byte[(DISK_MIB - 2) << 20]);
      int[] written = new int[1];
      StoreException full =
          assertThrows(
              StoreException.class,
              () -> {
                while (true) {
                  store.apply(batch(written[0]));
                  written[0]++;
                }
              });
      assertTrue(full.getMessage().contains("is full"), full.getMessage());
      assertEquals(1 + 200L * written[0], store.sequence(), "nothing of the failed batch");
      Files.delete(ballast);
      store.apply(batch(written[0]));
      assertEquals(201 + 200L * written[0], store.sequence());
      assertEquals(List.of(), store.check());
    }
    try (Store store = SqliteStore.open(disk.resolve("kindred.db"))) {
      assertEquals(List.of(), store.check());
    }
  }

  private static Change product(String id) {
    return new Change.PutProduct(Product.builder(id, id).description("d".repeat(500)).build());
  }

  private static List<Change> batch(int number) {
    return IntStream.range(0, 200)
        .mapToObj(i ->
            (Change)
                new Change.AddEvent(
                    Event.builder(number + "-" + i, EventType.SEARCH, Instant.EPOCH)
                        .user("u")
                        .query("q".repeat(500))
                        .build()))
        .toList();
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
