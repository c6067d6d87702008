package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Token;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** Makes an {@link AspectModel} of labelled sentences; the same sentences give the same model. */
public final class AspectTraining {
  private static final int SEEN_AT_LEAST = 3;
  private static final int NAMED_AT_LEAST = 5;
  private static final double PENALTY = 0.3;
  private static final double PENALTY_OF_SENTIMENT = 0.5;
  private static final int SENTIMENT_ITERATIONS = 100;
  private static final int PARTS = 3;
  private static final long SEED = 1;

  private final OpinionWords opinions = new OpinionWords();
  private final AbstractModel terms;
  private final AbstractModel sentiments;

  /**
   * @param sentences one or more
   */
  public AspectTraining(List<LabelledSentence> sentences) {
    this.terms = new LogLinearTraining(termEvents(sentences), SEEN_AT_LEAST, PENALTY).fit();
    this.sentiments = sentimentModel(sentimentEvents(sentences));
  }

  /** The model of these sentences. */
  public AspectModel model() {
    return new AspectModel(terms, sentiments, opinions);
  }

  /** Writes the model's two files into a folder. */
  public void write(Path folder) throws IOException {
    write(terms, folder.resolve(AspectModel.TERMS_FILE));
    write(sentiments, folder.resolve(AspectModel.SENTIMENT_FILE));
  }

  private static void write(AbstractModel model, Path file) throws IOException {
    try (var out =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
      new BinaryQNModelWriter(model, out).persist();
    }
  }

  /**
   * Each sentence three times: with the names of things, with how they are used, and with both. A
   * part of the sentences is smaller than all, and so is what can be learned of how it uses nouns:
   * as with the texts that are read later.
   */
  private List<Event> termEvents(List<LabelledSentence> sentences) {
    Set<String> frequent = frequentNames(sentences);
    List<Event> events = new ArrayList<>();
    add(sentences, new TermFeatures(opinions, frequent::contains, NounUsage.NONE), events);
    add(sentences, new TermFeatures(opinions, frequent::contains, usage(sentences)), events);
    List<LabelledSentence> mixed = new ArrayList<>(sentences);
    Collections.shuffle(mixed, new Random(SEED));
    int size = (mixed.size() + PARTS - 1) / PARTS;
    for (int from = 0; from < mixed.size(); from += size) {
      List<LabelledSentence> part = mixed.subList(from, Math.min(mixed.size(), from + size));
      add(part, new TermFeatures(opinions, name -> false, usage(part)), events);
    }
    return events;
  }

  private static Set<String> frequentNames(List<LabelledSentence> sentences) {
    return sentences.stream()
        .flatMap(labelled -> labelled.sentence().tokens().stream())
        .filter(TermFeatures::isThing)
        .collect(Collectors.groupingBy(Token::lemma, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() >= NAMED_AT_LEAST)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private NounUsage usage(List<LabelledSentence> sentences) {
    NounCounter counter = new NounCounter(opinions);
    sentences.forEach(labelled -> counter.add(labelled.sentence()));
    return counter.usage();
  }

  private static void add(
      List<LabelledSentence> sentences, TermFeatures features, List<Event> events) {
    for (LabelledSentence labelled : sentences) {
      List<Token> tokens = labelled.sentence().tokens();
      String[] outcomes = outcomes(labelled, tokens.size());
      TermFeatures.Words words = features.words(tokens);
      for (int i = 0; i < outcomes.length; i++) {
        List<String> seen = features.at(i, words);
        if (tokens.get(i).isNoun()) {
          seen.addAll(features.own().getOrDefault(tokens.get(i).lemma(), List.of()));
          if (i + 1 < outcomes.length && tokens.get(i + 1).isNoun()) {
            seen.addAll(features.next().getOrDefault(tokens.get(i + 1).lemma(), List.of()));
          }
        }
        String before = i == 0 ? AspectModel.BEGIN : outcomes[i - 1];
        seen.addAll(TermFeatures.after(before, tokens.get(i)));
        events.add(new Event(outcomes[i], seen.toArray(String[]::new)));
      }
    }
  }

  private static String[] outcomes(LabelledSentence labelled, int tokens) {
    String[] outcomes = new String[tokens];
    Arrays.fill(outcomes, AspectModel.OTHER);
    for (LabelledSentence.Term term : labelled.terms()) {
      Arrays.fill(outcomes, term.phrase().from(), term.phrase().to(), AspectModel.MORE);
      outcomes[term.phrase().from()] = AspectModel.START;
    }
    return outcomes;
  }

  private List<Event> sentimentEvents(List<LabelledSentence> sentences) {
    SentimentFeatures features = new SentimentFeatures(opinions);
    List<Event> events = new ArrayList<>();
    for (LabelledSentence labelled : sentences) {
      for (LabelledSentence.Term term : labelled.terms()) {
        events.add(
            new Event(
                term.sentiment().name(),
                features
                    .of(features.words(labelled.sentence()), term.phrase())
                    .toArray(String[]::new)));
      }
    }
    return events;
  }

  /* Here OpenNLP's trainer is better than one that goes on to the end: it stops early. */
  private static AbstractModel sentimentModel(List<Event> events) {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, SENTIMENT_ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, SEEN_AT_LEAST);
    parameters.put(QNTrainer.L1COST_PARAM, PENALTY_OF_SENTIMENT);
    parameters.put(QNTrainer.L2COST_PARAM, PENALTY_OF_SENTIMENT);
    try {
      return (AbstractModel)
          TrainerFactory.getEventTrainer(parameters, new HashMap<>())
              .train(ObjectStreamUtils.createObjectStream(events));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
