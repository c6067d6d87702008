package dev.kindred.analyzers.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbedderTest {
  private static OnnxEmbedder embedder;

  @BeforeAll
  static void open() throws SentenceModelException {
    embedder = OnnxEmbedder.open(SentenceModel.bundled());
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @Test
  void textsOfOneMeaningAreNearerThanOthers() {
    ByteVector sofa = vector("a comfortable sofa for the living room");
    assertTrue(sofa.dot(vector("cosy couch")) > 0.15 + sofa.dot(vector("usb cable 2 m")));
    assertTrue(vector("laptop").dot(vector("notebook computer")) > 0.5);
    assertEquals(384, embedder.dimension());
  }

  @Test
  void commonWordsOfTheLanguageAreKnown() {
    assertTrue(Stream.of("cold", "drink", "keep", "cannon").allMatch(embedder::knows));
    assertTrue(Stream.of("cnadle", "samson", "wirelss", "##ing", "").noneMatch(embedder::knows));
  }

  @Test
  void aTextHasOneVectorWhoeverElseIsAsking() {
    List<String> texts = IntStream.range(0, 40).mapToObj(i -> "red mug number " + i % 8).toList();
    List<float[]> together = texts.parallelStream().map(embedder::embed).toList();
    for (int i = 0; i < texts.size(); i++) {
      assertArrayEquals(embedder.embed(texts.get(i)), together.get(i), texts.get(i));
    }
  }

  @Test
  void anyTextHasAVectorOfLengthOneOrZero() {
    for (String text :
        List.of(
            "a", "x".repeat(1_000_000), "\u200b\u200d", "🎉🎉", "مرحبا", "小米手机壳", "<p>&nbsp;")) {
      float[] vector = embedder.embed(text);
      double squares = 0;
      for (float x : vector) {
        squares += x * x;
      }
      assertEquals(1, squares, 1e-4, () -> text.substring(0, Math.min(9, text.length())));
    }
    assertArrayEquals(new float[384], embedder.embed(" \n"));
  }

  @Test
  void bytesKeepTheCosine() {
    List<String> texts = List.of("red mug", "blue mug", "hdmi cable", "star wars", "cup", "tv");
    for (String a : texts) {
      for (String b : texts) {
        float[] x = embedder.embed(a);
        float[] y = embedder.embed(b);
        double exact = IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
        assertEquals(exact, ByteVector.of(x).dot(ByteVector.of(y)), 0.01, a + " / " + b);
      }
    }
  }

  @Test
  void aMissingOrBrokenModelIsNamed(@TempDir Path folder) throws Exception {
    assertTrue(
        assertThrows(SentenceModelException.class, () -> SentenceModel.in(folder))
            .getMessage()
            .contains("must have model.onnx"));
    Files.writeString(folder.resolve("model.onnx"), "no network");
    Files.writeString(folder.resolve("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\nmug\n");
    SentenceModel broken = SentenceModel.in(folder);
    SentenceModelException error =
        assertThrows(SentenceModelException.class, () -> OnnxEmbedder.open(broken));
    assertTrue(error.getMessage().contains("cannot be run"), error.getMessage());
    assertEquals(1, error.getMessage().lines().count());
    Files.writeString(folder.resolve("tokenizer.json"), "{\"model\":{\"type\":\"BPE\"}}");
    assertTrue(
        assertThrows(SentenceModelException.class, () -> SentenceModel.in(folder))
            .getMessage()
            .contains("WordPiece"));
  }

  private static ByteVector vector(String text) {
    return ByteVector.of(embedder.embed(text));
  }
}
