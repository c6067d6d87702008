package dev.kindred.analyzers.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.analyzers.language.Sentence;
import dev.kindred.analyzers.language.Token;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NounCounterTest {
  @Test
  void whatIsPointedAtFarMoreOftenThanOthersIsTheThingItself() {
    NounCounter counter = new NounCounter();
    for (int i = 0; i < 10; i++) {
      counter.add(sentence("this/DET kettle/NOUN works/VERB"));
      counter.add(sentence("the/DET lid/NOUN and/CCONJ the/DET spout/NOUN drip/VERB"));
      counter.add(sentence("the/DET handle/NOUN and/CCONJ the/DET cord/NOUN break/VERB"));
      counter.add(sentence("the/DET base/NOUN and/CCONJ the/DET plug/NOUN too/ADV"));
    }
    NounUsage usage = counter.usage();
    assertTrue(usage.isTheThingItself("kettle"));
    assertFalse(usage.isTheThingItself("lid"));
    assertFalse(NounUsage.NONE.isTheThingItself("kettle"));
  }

  @Test
  void twoOccurrencesAreNotEnough() {
    NounCounter counter = new NounCounter();
    for (int i = 0; i < 2; i++) {
      counter.add(sentence("this/DET kettle/NOUN works/VERB"));
    }
    assertFalse(counter.usage().isTheThingItself("kettle"));
  }

  @Test
  void aWordThatMostlyStandsBeforeANounIsTiedToIt() {
    NounCounter counter = new NounCounter();
    for (int i = 0; i < 5; i++) {
      counter.add(sentence("a/DET hard/ADJ drive/NOUN"));
      counter.add(sentence("a/DET good/ADJ screen/NOUN"));
      counter.add(sentence("a/DET good/ADJ fan/NOUN"));
      counter.add(sentence("a/DET good/ADJ lid/NOUN"));
      counter.add(sentence("the/DET screen/NOUN"));
      counter.add(sentence("a/DET screen/NOUN"));
    }
    NounUsage usage = counter.usage();
    assertTrue(usage.isTied(word("hard/ADJ"), word("drive/NOUN")));
    assertFalse(usage.isTied(word("good/ADJ"), word("screen/NOUN")));
    assertFalse(usage.isTied(word("drive/NOUN"), word("hard/ADJ")));
  }

  @Test
  void theOrderOfSentencesDoesNotMatter() {
    List<Sentence> sentences =
        List.of(
            sentence("my/PRON Kettle/PROPN ,/PUNCT great/ADJ lids/NOUN"),
            sentence("a/DET lids/NOUN is/AUX bad/ADJ"),
            sentence("of/ADP my/PRON water/NOUN tank/NOUN"));
    NounCounter forth = new NounCounter();
    sentences.forEach(forth::add);
    NounCounter back = new NounCounter();
    sentences.reversed().forEach(back::add);
    assertEquals(forth.usage().profiles(), back.usage().profiles());
    assertEquals(NounUse.values().length + 2, forth.usage().profiles().get("tank").length());
  }

  private static Sentence sentence(String tagged) {
    List<Token> tokens = new ArrayList<>();
    for (String each : tagged.split(" ")) {
      tokens.add(word(each));
    }
    return new Sentence(tagged, tokens);
  }

  private static Token word(String tagged) {
    int slash = tagged.indexOf('/');
    String text = tagged.substring(0, slash);
    return new Token(
        text, 0, 0, tagged.substring(slash + 1), text.toLowerCase(java.util.Locale.ROOT));
  }
}
