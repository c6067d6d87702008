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
import java.util.HashMap;
import java.util.List;
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
  private static final int ITERATIONS = 100;
  private static final int SEEN_AT_LEAST = 3;

  private final OpinionWords opinions = new OpinionWords();
  private final AbstractModel terms;
  private final AbstractModel sentiments;

  /**
   * @param sentences one or more
   */
  public AspectTraining(List<LabelledSentence> sentences) {
    this.terms = train(termEvents(sentences), 0.3);
    this.sentiments = train(sentimentEvents(sentences), 0.5);
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

  private List<Event> termEvents(List<LabelledSentence> sentences) {
    List<TermFeatures> views =
        List.of(
            new TermFeatures(opinions, name -> true), new TermFeatures(opinions, name -> false));
    List<Event> events = new ArrayList<>();
    for (LabelledSentence labelled : sentences) {
      List<Token> tokens = labelled.sentence().tokens();
      String[] outcomes = outcomes(labelled, tokens.size());
      for (TermFeatures features : views) {
        TermFeatures.Words words = features.words(tokens);
        for (int i = 0; i < outcomes.length; i++) {
          List<String> seen = features.at(i, words);
          String before = i == 0 ? AspectModel.BEGIN : outcomes[i - 1];
          seen.addAll(TermFeatures.after(before, tokens.get(i)));
          events.add(new Event(outcomes[i], seen.toArray(String[]::new)));
        }
      }
    }
    return events;
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

  private static AbstractModel train(List<Event> events, double sparse) {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, SEEN_AT_LEAST);
    parameters.put(QNTrainer.L1COST_PARAM, sparse);
    parameters.put(QNTrainer.L2COST_PARAM, sparse);
    try {
      return (AbstractModel)
          TrainerFactory.getEventTrainer(parameters, new HashMap<>())
              .train(ObjectStreamUtils.createObjectStream(events));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
