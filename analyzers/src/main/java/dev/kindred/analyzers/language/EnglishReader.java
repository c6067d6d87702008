package dev.kindred.analyzers.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/**
 * Reads English text: sentences, tokens, parts of speech, lemmas.
 *
 * <p>The same text always reads the same. Text behind the first {@value #LONGEST_TEXT} characters
 * is left out; a sentence longer than {@value #LONGEST_SENTENCE} tokens is read in pieces, so that
 * no input takes long. Loading takes about a second: make one and keep it.
 */
public final class EnglishReader {
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_SENTENCE = 120;
  /* Without any of these the sentence detector has nothing to look at. */
  private static final int LONGEST_LINE = 2_000;

  private final Pool<SentenceDetectorME> sentences;
  private final Pool<SpeechTagger> taggers;
  private final Lemmas lemmas;

  public EnglishReader() {
    SentenceModel sentence =
        Models.load("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin", SentenceModel::new);
    POSModel tags = Models.load("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin", POSModel::new);
    LemmatizerModel lemma =
        Models.load("/opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin", LemmatizerModel::new);
    LogLinear weights = SpeechTagger.weights(tags);
    this.sentences = new Pool<>(() -> new SentenceDetectorME(sentence));
    this.taggers = new Pool<>(() -> new SpeechTagger(tags, weights));
    this.lemmas = new Lemmas(lemma);
  }

  /** The sentences of a text, in order; none if it has no words. */
  public List<Sentence> read(String text) {
    String read = Cut.at(text, LONGEST_TEXT);
    List<Sentence> all = new ArrayList<>();
    int line = 0;
    while (line < read.length()) {
      int end = read.indexOf('\n', line);
      end = Cut.end(read, Math.min(end < 0 ? read.length() : end, line + LONGEST_LINE));
      int start = line;
      String part = read.substring(start, end);
      for (Span span : sentences.use(detector -> detector.sentPosDetect(part))) {
        add(read, start + span.getStart(), start + span.getEnd(), all);
      }
      line = end == line ? line + 1 : end;
    }
    return all;
  }

  /** A text that is known to be one sentence; empty only if it has no words. */
  public Optional<Sentence> sentence(String text) {
    List<Sentence> all = new ArrayList<>();
    add(text, 0, Cut.end(text, Math.min(text.length(), LONGEST_LINE)), all);
    return all.stream().findFirst();
  }

  /** One sentence whose words are given, for texts that come in words. */
  public Sentence tagged(List<String> words) {
    String[] given = words.toArray(String[]::new);
    String[] tags = taggers.use(tagger -> tagger.tag(given));
    List<Token> tokens = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < given.length; i++) {
      int end = start + given[i].length();
      tokens.add(new Token(given[i], start, end, tags[i], lemmas.of(given[i], tags[i])));
      start = end + 1;
    }
    return new Sentence(String.join(" ", words), tokens);
  }

  private void add(String text, int from, int to, List<Sentence> all) {
    List<WordSplitter.Place> places = WordSplitter.split(text, from, to);
    for (int i = 0; i < places.size(); i += LONGEST_SENTENCE) {
      List<WordSplitter.Place> some =
          places.subList(i, Math.min(places.size(), i + LONGEST_SENTENCE));
      String[] words = new String[some.size()];
      for (int k = 0; k < words.length; k++) {
        words[k] = text.substring(some.get(k).start(), some.get(k).end());
      }
      String[] tags = taggers.use(tagger -> tagger.tag(words));
      List<Token> tokens = new ArrayList<>(words.length);
      for (int k = 0; k < words.length; k++) {
        tokens.add(
            new Token(
                words[k],
                some.get(k).start(),
                some.get(k).end(),
                tags[k],
                lemmas.of(words[k], tags[k])));
      }
      String own = text.substring(some.getFirst().start(), some.getLast().end());
      all.add(new Sentence(own, tokens));
    }
  }
}
