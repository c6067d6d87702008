package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgmentsTest {
  @TempDir Path folder;

  @Test
  void readsPlainAndGzip() throws IOException {
    String text = "query\tproduct_id\tgrade\nred shoes\tA\t3\nred shoes\tB\t0\nhat\tA\t1\n";
    Map<String, Map<String, Integer>> expected =
        Map.of("red shoes", Map.of("A", 3, "B", 0), "hat", Map.of("A", 1));
    Path plain = Files.writeString(folder.resolve("j.tsv"), text);
    assertEquals(expected, Judgments.read(plain).grades());
    Path gzip = folder.resolve("j.tsv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(expected, Judgments.read(gzip).grades());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\tb", "a\tb\tgood", "a\tb\t-1", "a\tb\t1\tc", "a\tb\t11"})
  void namesTheLineThatIsWrong(String line) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.tsv"), "hat\tA\t1\n" + line + "\n");
    String message =
        assertThrows(MalformedFileException.class, () -> Judgments.read(file)).getMessage();
    assertTrue(message.contains("line 2"), message);
  }
}
