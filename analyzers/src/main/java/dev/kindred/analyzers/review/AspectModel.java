package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.LogLinear;
import dev.kindred.analyzers.language.Sentence;
import dev.kindred.analyzers.language.Token;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;
import org.jspecify.annotations.Nullable;

/** Finds aspect terms in a sentence and judges the sentiment on each. Safe for many threads. */
public final class AspectModel {
  static final String START = "start";
  static final String MORE = "more";
  static final String OTHER = "other";
  static final String TERMS_FILE = "aspect-terms-en.bin.gz";
  static final String SENTIMENT_FILE = "aspect-sentiment-en.bin.gz";

  /** What stands before the first decision. */
  static final String BEGIN = "^";

  /* The training data are sentences about restaurants that mention two things or more, most of them
   * without an opinion. Reviews of other products name things that it never saw and mostly judge
   * what they name. The weights are from the training parts of SemEval-14. */
  private static final double OTHER_WEIGHT = 0.5;
  private static final double OTHER_WEIGHT_OF_UNKNOWN = 0.35;
  private static final double OTHER_WEIGHT_OF_UNSEEN = 0.05;
  private static final double NEUTRAL_WEIGHT = 0.25;

  private final LogLinear terms;
  private final LogLinear sentiments;
  private final OpinionWords opinions;
  private final TermFeatures termFeatures;
  private final Map<String, double[]> own;
  private final Map<String, double[]> next;
  private final TermRules rules;
  private final SentimentFeatures sentimentFeatures;

  AspectModel(AbstractModel terms, AbstractModel sentiments, OpinionWords opinions) {
    this(new LogLinear(terms), new LogLinear(sentiments), opinions, NounUsage.NONE);
  }

  private AspectModel(
      LogLinear terms, LogLinear sentiments, OpinionWords opinions, NounUsage usage) {
    this.terms = terms;
    this.sentiments = sentiments;
    this.opinions = opinions;
    Set<String> seen = terms.features();
    this.termFeatures =
        new TermFeatures(opinions, name -> seen.contains(TermFeatures.NAME + name), usage);
    this.own = sums(termFeatures.own());
    this.next = sums(termFeatures.next());
    this.rules = new TermRules(usage, termFeatures);
    this.sentimentFeatures = new SentimentFeatures(opinions);
  }

  /**
   * The same model, knowing how the texts that it is to read use their nouns. It finds more, and
   * less that is wrong, the less they are about what it was trained on.
   */
  public AspectModel knowing(NounUsage usage) {
    return new AspectModel(terms, sentiments, opinions, usage);
  }

  /** The model on the class path; takes half a second to load: keep it. */
  public static AspectModel bundled() {
    return new AspectModel(load(TERMS_FILE), load(SENTIMENT_FILE), new OpinionWords());
  }

  private static AbstractModel load(String file) {
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
    List<Sentence.Phrase> found = terms(sentence);
    if (found.isEmpty()) {
      return List.of();
    }
    SentimentFeatures.Words words = sentimentFeatures.words(sentence);
    return found.stream().map(term -> judge(words, term)).toList();
  }

  /** The terms that name aspects, in order, not overlapping. */
  public List<Sentence.Phrase> terms(Sentence sentence) {
    int[] best = decisions(sentence.tokens());
    List<Sentence.Phrase> found = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= best.length; i++) {
      String outcome = i < best.length ? terms.outcome(best[i]) : OTHER;
      if (from >= 0 && !outcome.equals(MORE)) {
        found.add(new Sentence.Phrase(from, i));
        from = -1;
      }
      if (outcome.equals(START)) {
        from = i;
      }
    }
    return rules.apply(sentence.tokens(), found);
  }

  /**
   * The likeliest sequence of decisions (Viterbi): each depends on the sentence and on the one
   * before it, and a term goes on only where one began.
   */
  private int[] decisions(List<Token> tokens) {
    int size = tokens.size();
    int outcomes = terms.outcomes();
    int more = terms.index(MORE);
    int other = terms.index(OTHER);
    TermFeatures.Words words = termFeatures.words(tokens);
    double[] likelihood = new double[outcomes];
    int[][] from = new int[size][outcomes];
    for (int i = 0; i < size; i++) {
      double[] still = new double[outcomes];
      terms.add(termFeatures.at(i, words), still);
      if (tokens.get(i).isNoun()) {
        add(own.get(tokens.get(i).lemma()), still);
        if (i + 1 < size && tokens.get(i + 1).isNoun()) {
          add(next.get(tokens.get(i + 1).lemma()), still);
        }
      }
      double[] likelier = new double[outcomes];
      Arrays.fill(likelier, Double.NEGATIVE_INFINITY);
      boolean unknown = termFeatures.isUnknown(tokens.get(i));
      boolean seen = !tokens.get(i).isNoun() || own.containsKey(tokens.get(i).lemma());
      double weight =
          !unknown ? OTHER_WEIGHT : seen ? OTHER_WEIGHT_OF_UNKNOWN : OTHER_WEIGHT_OF_UNSEEN;
      for (int before = 0; before < (i == 0 ? 1 : outcomes); before++) {
        double[] sums = still.clone();
        String name = i == 0 ? BEGIN : terms.outcome(before);
        terms.add(TermFeatures.after(name, tokens.get(i)), sums);
        double[] shares = LogLinear.reweighted(LogLinear.shares(sums), other, weight);
        for (int now = 0; now < outcomes; now++) {
          double likely = likelihood[before] + Math.log(shares[now]);
          boolean valid = now != more || (i > 0 && before != other);
          if (valid && likely > likelier[now]) {
            likelier[now] = likely;
            from[i][now] = before;
          }
        }
      }
      likelihood = likelier;
    }
    int[] best = new int[size];
    int last = 0;
    for (int now = 1; now < outcomes; now++) {
      last = likelihood[now] > likelihood[last] ? now : last;
    }
    for (int i = size - 1; i >= 0; i--) {
      best[i] = last;
      last = from[i][last];
    }
    return best;
  }

  /** Weights of what is known of each noun, summed once. */
  private Map<String, double[]> sums(Map<String, List<String>> features) {
    Map<String, double[]> sums = new HashMap<>();
    features.forEach((noun, uses) -> {
      double[] own = new double[terms.outcomes()];
      terms.add(uses, own);
      sums.put(noun, own);
    });
    return sums;
  }

  private static void add(double @Nullable [] known, double[] sums) {
    if (known != null) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += known[i];
      }
    }
  }

  /** What the sentence thinks of a term. */
  public AspectMention judge(Sentence sentence, Sentence.Phrase term) {
    return judge(sentimentFeatures.words(sentence), term);
  }

  private AspectMention judge(SentimentFeatures.Words words, Sentence.Phrase term) {
    double[] sums = new double[sentiments.outcomes()];
    sentiments.add(sentimentFeatures.of(words, term), sums);
    double[] shares =
        LogLinear.reweighted(
            LogLinear.shares(sums), sentiments.index(Sentiment.NEUTRAL.name()), NEUTRAL_WEIGHT);
    return new AspectMention(
        term, share(shares, Sentiment.POSITIVE), share(shares, Sentiment.NEGATIVE));
  }

  private double share(double[] shares, Sentiment sentiment) {
    int index = sentiments.index(sentiment.name());
    return index < 0 ? 0 : shares[index];
  }
}
