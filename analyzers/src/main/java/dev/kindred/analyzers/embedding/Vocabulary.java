package dev.kindred.analyzers.embedding;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tokens that a WordPiece model knows, with their numbers.
 *
 * @param numbers by token; a token that continues a word begins with {@code ##}
 * @param lowerCase whether the model knows small letters without accents only
 */
record Vocabulary(Map<String, Integer> numbers, boolean lowerCase) {
  /* Vocabularies list tokens by how often they were seen. Behind so many, half are rare names. */
  private static final int COMMON = 12_000;

  static final String UNKNOWN = "[UNK]";
  static final String START = "[CLS]";
  static final String END = "[SEP]";

  /**
   * @throws IllegalArgumentException if one of the special tokens is missing
   */
  Vocabulary {
    numbers = Map.copyOf(numbers);
    for (String special : new String[] {UNKNOWN, START, END}) {
      if (!numbers.containsKey(special)) {
        throw new IllegalArgumentException("the vocabulary must have " + special + ", has not");
      }
    }
  }

  /** Reads {@code tokenizer.json} as published with models, or a list with one token a line. */
  static Vocabulary parse(String file, byte[] content) throws SentenceModelException {
    try {
      return file.endsWith(".json") ? json(content) : lines(content);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new SentenceModelException(
          "the vocabulary " + file + " is broken: " + firstLine(e.getMessage()), e);
    }
  }

  /** Changes with any token, number or rule. */
  String fingerprint() {
    long sum = lowerCase ? 1 : 0;
    for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
      sum += (long) entry.getKey().hashCode() * (2L * entry.getValue() + 1);
    }
    return Long.toHexString(sum);
  }

  /** The token's number, if it is one. */
  Optional<Integer> number(String token) {
    return Optional.ofNullable(numbers.get(token));
  }

  /** Whether a word is one of the tokens that were seen most; what continues a word is none. */
  boolean isCommon(String word) {
    return !word.startsWith("##") && number(word).filter(n -> n < COMMON).isPresent();
  }

  int special(String token) {
    return number(token).orElseThrow();
  }

  private static Vocabulary json(byte[] content) {
    JsonNode root = JsonMapper.shared().readTree(content);
    JsonNode model = root.path("model");
    String type = model.path("type").asString("none");
    if (!type.equals("WordPiece")) {
      throw new IllegalArgumentException("its type must be WordPiece, got " + type);
    }
    Map<String, Integer> numbers = new HashMap<>();
    model.path("vocab").forEachEntry((token, number) -> numbers.put(token, number.asInt()));
    return new Vocabulary(numbers, root.path("normalizer").path("lowercase").asBoolean(true));
  }

  private static Vocabulary lines(byte[] content) {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> tokens = new String(content, StandardCharsets.UTF_8).lines().toList();
    for (int line = 0; line < tokens.size(); line++) {
      numbers.putIfAbsent(tokens.get(line).strip(), line);
    }
    boolean cased = numbers.keySet().stream().anyMatch(t -> t.matches("[A-Z][a-z]+"));
    return new Vocabulary(numbers, !cased);
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("unreadable");
  }
}
