package dev.kindred.analyzers.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPieceTokenizerTest {
  private static final String[] TOKENS = {
    "[UNK]", "[CLS]", "[SEP]", "mug", "##s", "red", ",", "cafe", "小", "米", "t", "##n", "-", "21"
  };

  @Test
  void cutsWordsIntoTheLongestPieces() {
    assertTokens("red mugs", 1, 5, 3, 4, 2);
    assertTokens("RED, Café", 1, 5, 6, 7, 2);
    assertTokens("TN-21", 1, 10, 11, 12, 13, 2);
  }

  @Test
  void ideographsStandAlone() {
    assertTokens("小米mug", 1, 8, 9, 3, 2);
  }

  @Test
  void aWordWithAnUnknownPieceIsUnknown() {
    assertTokens("mugz red", 1, 0, 5, 2);
    assertTokens("x".repeat(101) + " red", 1, 0, 5, 2);
  }

  @Test
  void invisibleCharactersDoNotCount() {
    assertTokens("re\u200bd\u0000\tmug", 1, 5, 3, 2);
    assertTokens("", 1, 2);
  }

  @Test
  void whatIsTooMuchIsCutOff() {
    assertArrayEquals(
        new long[] {1, 5, 5, 2}, new WordPieceTokenizer(vocabulary(), 4).tokens("red red red red"));
  }

  private static void assertTokens(String text, long... expected) {
    assertArrayEquals(expected, new WordPieceTokenizer(vocabulary(), 64).tokens(text), text);
  }

  private static Vocabulary vocabulary() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < TOKENS.length; i++) {
      numbers.put(TOKENS[i], i);
    }
    return new Vocabulary(numbers, true);
  }
}
