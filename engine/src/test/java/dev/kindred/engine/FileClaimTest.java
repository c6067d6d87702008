package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileClaimTest {

  @Test
  void oneOwnerAtATime(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("claim.lock");
    try (FileClaim first = FileClaim.of(file).orElseThrow()) {
      assertTrue(FileClaim.of(file).isEmpty());
      assertTrue(FileClaim.of(folder.resolve("./claim.lock")).isEmpty(), first.toString());
    }
    try (FileClaim second = FileClaim.of(file).orElseThrow()) {
      assertTrue(FileClaim.of(file).isEmpty(), second.toString());
    }
  }

  @Test
  void aRefusedClaimLeavesTheOther(@TempDir Path folder) throws Exception {
    // Another process must be refused also after this one was refused a second claim.
    Path file = folder.resolve("claim.lock");
    try (FileClaim first = FileClaim.of(file).orElseThrow()) {
      assertTrue(FileClaim.of(file).isEmpty(), first.toString());
      String java = ProcessHandle.current().info().command().orElseThrow();
      Process other =
          new ProcessBuilder(
                  java,
                  "-cp",
                  System.getProperty("java.class.path"),
                  Claiming.class.getName(),
                  file.toString())
              .inheritIO()
              .start();
      assertTrue(other.waitFor() == Claiming.REFUSED, "the other process got the claim");
    }
  }

  /** A program that claims a file and says by its exit code whether it got it. */
  static final class Claiming {
    static final int REFUSED = 3;

    private Claiming() {}

    public static void main(String[] arguments) throws IOException {
      System.exit(FileClaim.of(Path.of(arguments[0])).isPresent() ? 0 : REFUSED);
    }
  }
}
