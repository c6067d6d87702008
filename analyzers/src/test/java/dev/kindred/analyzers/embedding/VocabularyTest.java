package dev.kindred.analyzers.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void aTokenHasTheNumberOfItsFirstLine() throws SentenceModelException {
    byte[] lines = "[PAD]\n[UNK]\n[CLS]\n[SEP]\none\none\ntwo\n".getBytes(StandardCharsets.UTF_8);
    Vocabulary vocabulary = Vocabulary.parse("vocab.txt", lines);
    assertEquals(4, vocabulary.number("one").orElseThrow());
    assertEquals(6, vocabulary.number("two").orElseThrow());
  }
}
