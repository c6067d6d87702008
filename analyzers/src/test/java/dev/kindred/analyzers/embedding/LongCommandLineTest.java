package dev.kindred.analyzers.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A class path, for one, can make a command line long. */
class LongCommandLineTest {

  @Test
  void theModelIsLoadedInAProcessWithALongCommandLine() throws Exception {
    Process process = start("-Dlong=" + "a".repeat(100_000));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
    assertEquals(0, process.exitValue(), said);
    assertTrue(said.contains("384 numbers"), said);
  }

  private static Process start(String option) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            option,
            "-cp",
            System.getProperty("java.class.path"),
            Loading.class.getName())
        .redirectErrorStream(true)
        .start();
  }

  /** What the process does. */
  static final class Loading {
    private Loading() {}

    public static void main(String[] arguments) throws SentenceModelException {
      try (OnnxEmbedder embedder = OnnxEmbedder.open(SentenceModel.bundled())) {
        System.out.println(embedder.embed("red mug").length + " numbers");
      }
    }
  }
}
