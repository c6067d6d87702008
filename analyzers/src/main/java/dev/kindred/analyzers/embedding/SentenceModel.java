package dev.kindred.analyzers.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of a sentence model: a BERT-like network in ONNX and the vocabulary of its tokens.
 *
 * @param name for people
 * @param network the ONNX file
 * @param vocabulary of its WordPiece tokens
 */
public record SentenceModel(String name, byte[] network, Vocabulary vocabulary) {
  private static final String BUNDLED = "all-minilm-l6-v2-q";
  private static final int FINGERPRINT_BYTES = 8;
  private static final List<String> NETWORKS =
      List.of("model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx", "onnx/model.onnx");
  private static final List<String> VOCABULARIES = List.of("tokenizer.json", "vocab.txt");

  /**
   * The model on the class path: all-MiniLM-L6-v2, quantised to 8 bits, 384 dimensions, English
   * (Apache-2.0).
   *
   * @throws SentenceModelException if it is not there or broken
   */
  public static SentenceModel bundled() throws SentenceModelException {
    return new SentenceModel(
        BUNDLED,
        resource("/" + BUNDLED + ".onnx"),
        Vocabulary.parse(BUNDLED + "-tokenizer.json", resource("/" + BUNDLED + "-tokenizer.json")));
  }

  /**
   * A model in a folder, in the layout in which sentence models are published: {@code model.onnx}
   * (or {@code model_quantized.onnx}, also in a folder {@code onnx}) with {@code tokenizer.json} or
   * {@code vocab.txt}.
   *
   * @throws SentenceModelException if a file is missing or broken
   */
  public static SentenceModel in(Path folder) throws SentenceModelException {
    Path network = first(folder, NETWORKS);
    Path vocabulary = first(folder, VOCABULARIES);
    return new SentenceModel(
        folder.toString(),
        read(network),
        Vocabulary.parse(vocabulary.getFileName().toString(), read(vocabulary)));
  }

  /** 16 hexadecimal digits of what is in both files. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(network);
      digest.update(vocabulary.fingerprint().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SentenceModel(String n, byte[] bytes, Vocabulary v)
        && n.equals(name)
        && Arrays.equals(bytes, network)
        && v.equals(vocabulary);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, Arrays.hashCode(network), vocabulary);
  }

  @Override
  public String toString() {
    return name;
  }

  private static byte[] resource(String path) throws SentenceModelException {
    try (InputStream in = SentenceModel.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new SentenceModelException("the model " + path + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new SentenceModelException("the model " + path + " cannot be read", e);
    }
  }

  private static Path first(Path folder, List<String> names) throws SentenceModelException {
    Optional<Path> found = names.stream().map(folder::resolve).filter(Files::exists).findFirst();
    return found.orElseThrow(() ->
        new SentenceModelException(
            "the model's folder "
                + folder
                + " must have "
                + String.join(" or ", names)
                + ", has none"));
  }

  private static byte[] read(Path file) throws SentenceModelException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new SentenceModelException("the model's file " + file + " cannot be read", e);
    }
  }
}
