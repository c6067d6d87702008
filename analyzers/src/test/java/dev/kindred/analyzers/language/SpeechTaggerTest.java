package dev.kindred.analyzers.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import org.junit.jupiter.api.Test;

class SpeechTaggerTest {
  private static final String[] WORDS =
      ("the a battery life of this phone is not very good but I would n't buy it again ! , . for 5.5"
              + " hours , and quickly loved screens that broke Sony 's USB-C to charging fast works")
          .split(" ", -1);

  @Test
  void tagsAlmostAllAsOpenNlpDoes() {
    POSModel model = Models.load("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin", POSModel::new);
    POSTaggerME reference = new POSTaggerME(model);
    SpeechTagger tagger = new SpeechTagger(model, SpeechTagger.weights(model));
    int same = 0;
    int all = 0;
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String[] words = new String[1 + random.nextInt(25)];
      for (int i = 0; i < words.length; i++) {
        words[i] = WORDS[random.nextInt(WORDS.length)];
      }
      String[] expected = reference.tag(words);
      String[] tags = tagger.tag(words);
      assertEquals(expected.length, tags.length, "seed " + seed);
      for (int i = 0; i < tags.length; i++) {
        same += expected[i].equals(tags[i]) ? 1 : 0;
        all++;
      }
    }
    // Words in no order have many readings that are nearly as likely; the search keeps others.
    assertTrue(same >= 0.95 * all, same + " of " + all);
  }

  @Test
  void sentencesThatPeopleWriteAreTaggedTheSame() {
    POSModel model = Models.load("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin", POSModel::new);
    POSTaggerME reference = new POSTaggerME(model);
    SpeechTagger tagger = new SpeechTagger(model, SpeechTagger.weights(model));
    for (String sentence :
        List.of(
            "The battery life is great , but the screen scratches easily .",
            "I would n't buy it again : it broke after 2 weeks !",
            "Sound quality could be better")) {
      String[] words = sentence.split(" ", -1);
      assertArrayEquals(reference.tag(words), tagger.tag(words), sentence);
    }
  }
}
