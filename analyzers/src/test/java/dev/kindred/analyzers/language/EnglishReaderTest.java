package dev.kindred.analyzers.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnglishReaderTest {
  private static final EnglishReader READER = new EnglishReader();

  @Test
  void readsSentencesWordsTagsAndLemmas() {
    List<Sentence> sentences =
        READER.read("The batteries don't last long. It's a great, quiet blender!");
    assertEquals(2, sentences.size());
    List<Token> tokens = sentences.getFirst().tokens();
    assertEquals(
        List.of("The", "batteries", "do", "n't", "last", "long", "."),
        tokens.stream().map(Token::text).toList());
    assertEquals("battery", tokens.get(1).lemma());
    assertEquals("NOUN", tokens.get(1).tag());
    assertEquals(List.of("great", "quiet"), adjectives(sentences.get(1)));
  }

  @Test
  void tokensStandWhereTheyStand() {
    String text = "Two\u200b words\u2019s end…\n\nOne  more line, 12.5 cm (don\u2019t).";
    for (Sentence sentence : READER.read(text)) {
      for (Token token : sentence.tokens()) {
        assertEquals(token.text(), text.substring(token.start(), token.end()));
      }
    }
  }

  @Test
  void findsNounPhrases() {
    Sentence sentence = READER.read("The battery life of this small laptop is awful.").getFirst();
    assertEquals(
        List.of("battery life", "small laptop"),
        sentence.nounPhrases().stream().map(sentence::lemmas).toList());
  }

  @Test
  void manyThreadsReadAsOne() {
    List<String> texts =
        IntStream.range(0, 200)
            .mapToObj(i -> "The " + i % 7 + " screens were bright, but sound " + i + " hisses.")
            .toList();
    List<List<Sentence>> together = texts.parallelStream().map(READER::read).toList();
    EnglishReader other = new EnglishReader();
    for (int i = 0; i < texts.size(); i++) {
      assertEquals(other.read(texts.get(i)), together.get(i));
    }
  }

  @Test
  void anyTextIsReadSoon() {
    long start = System.nanoTime();
    for (String text :
        List.of(
            "",
            " \n\n ",
            "a".repeat(1_000_000),
            "no stop ".repeat(50_000),
            "!?".repeat(50_000),
            "🎉🎉🎉",
            "\u200b\u200d\ufeff",
            "\ud83d",
            "مرحبا بالعالم",
            "<p>It &amp; works</p>")) {
      for (Sentence sentence : READER.read(text)) {
        assertTrue(sentence.tokens().size() <= 120 && !sentence.tokens().isEmpty());
      }
    }
    assertTrue(System.nanoTime() - start < 10_000_000_000L);
  }

  private static List<String> adjectives(Sentence sentence) {
    return sentence.tokens().stream().filter(t -> t.is("ADJ")).map(Token::text).toList();
  }
}
