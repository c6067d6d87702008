package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Sentence;
import dev.kindred.analyzers.language.Token;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.BeamSearch;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.Sequence;

/** Finds aspect terms in a sentence and judges the sentiment on each. Safe for many threads. */
public final class AspectModel {
  static final String START = "start";
  static final String MORE = "more";
  static final String OTHER = "other";
  static final String TERMS_FILE = "aspect-terms-en.bin.gz";
  static final String SENTIMENT_FILE = "aspect-sentiment-en.bin.gz";
  private static final int BEAM = 3;
  /* The training data are sentences about restaurants that mention two things or more, most of them
   * without an opinion. Reviews of other products name things that it never saw and mostly judge
   * what they name. Both weights are from the training parts of SemEval-14. */
  private static final double OTHER_WEIGHT = 0.2;
  private static final double NEUTRAL_WEIGHT = 0.25;

  private final MaxentModel terms;
  private final MaxentModel sentiments;
  private final TermFeatures termFeatures;
  private final SentimentFeatures sentimentFeatures;

  AspectModel(MaxentModel terms, MaxentModel sentiments, OpinionWords opinions) {
    this.terms = new Reweighted(terms, OTHER, OTHER_WEIGHT);
    this.sentiments = new Reweighted(sentiments, Sentiment.NEUTRAL.name(), NEUTRAL_WEIGHT);
    Set<String> seen = seen(terms);
    this.termFeatures = new TermFeatures(opinions, name -> seen.contains("w=" + name));
    this.sentimentFeatures = new SentimentFeatures(opinions);
  }

  /** The features that the model was trained with. */
  private static Set<String> seen(MaxentModel model) {
    return model instanceof AbstractModel trained
            && trained.getDataStructures()[1] instanceof Map<?, ?> features
        ? features.keySet().stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /** The model on the class path; takes half a second to load: keep it. */
  public static AspectModel bundled() {
    return new AspectModel(load(TERMS_FILE), load(SENTIMENT_FILE), new OpinionWords());
  }

  private static MaxentModel load(String file) {
    try (InputStream in = AspectModel.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      var data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in)));
      return new GenericModelReader(new BinaryFileDataReader(data)).getModel();
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + file + " cannot be read", e);
    }
  }

  /** What a sentence speaks of, in order. */
  public List<AspectMention> mentions(Sentence sentence) {
    return terms(sentence).stream().map(term -> judge(sentence, term)).toList();
  }

  /** The terms that name aspects, in order, not overlapping. */
  public List<Sentence.Phrase> terms(Sentence sentence) {
    Token[] tokens = sentence.tokens().toArray(Token[]::new);
    if (tokens.length == 0) {
      return List.of();
    }
    Sequence best =
        new BeamSearch(BEAM, terms)
            .bestSequence(tokens, new Object[0], termFeatures, AspectModel::isValid);
    List<Sentence.Phrase> found = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= tokens.length; i++) {
      String outcome = i < tokens.length ? best.getOutcome(i) : OTHER;
      if (from >= 0 && !outcome.equals(MORE)) {
        found.add(new Sentence.Phrase(from, i));
        from = -1;
      }
      if (outcome.equals(START)) {
        from = i;
      }
    }
    return found;
  }

  private static boolean isValid(int i, Token[] tokens, String[] outcomes, String outcome) {
    return !outcome.equals(MORE) || (i > 0 && !outcomes[i - 1].equals(OTHER));
  }

  /** What the sentence thinks of a term. */
  public AspectMention judge(Sentence sentence, Sentence.Phrase term) {
    double[] shares = sentiments.eval(sentimentFeatures.of(sentence, term));
    return new AspectMention(
        term, share(shares, Sentiment.POSITIVE), share(shares, Sentiment.NEGATIVE));
  }

  private double share(double[] shares, Sentiment sentiment) {
    int index = sentiments.getIndex(sentiment.name());
    return index < 0 ? 0 : shares[index];
  }
}
