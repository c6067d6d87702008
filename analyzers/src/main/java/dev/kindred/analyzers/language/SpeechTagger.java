package dev.kindred.analyzers.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;

/**
 * Parts of speech by an OpenNLP model, by a beam search of the same width as OpenNLP's own, but
 * with what all hypotheses of a token share looked up once. For one thread at a time.
 */
final class SpeechTagger {
  private static final int BEAM = 3;
  private static final String ONE_BEFORE = "t=";
  private static final String TWO_BEFORE = "t2=";
  private static final String MODEL = "pos.model";

  private final LogLinear weights;
  private final POSContextGenerator contexts;

  /** Tags so far, the last two as numbers, and the logarithm of their probability. */
  private record Hypothesis(int[] tags, double likelihood) {}

  SpeechTagger(POSModel model, LogLinear weights) {
    this.weights = weights;
    this.contexts = model.getFactory().getPOSContextGenerator(0);
  }

  /** The weights of a model, to be shared by many taggers. */
  static LogLinear weights(POSModel model) {
    Object trained = model.getArtifact(MODEL);
    if (!(trained instanceof AbstractModel sums)) {
      throw new IllegalStateException("the model of parts of speech is not a log-linear one");
    }
    return new LogLinear(sums);
  }

  /** One tag for each word of a sentence. */
  String[] tag(String[] words) {
    String[] none = new String[words.length];
    Arrays.fill(none, "");
    List<Hypothesis> beam = List.of(new Hypothesis(new int[0], 0));
    for (int i = 0; i < words.length; i++) {
      double[] still = new double[weights.outcomes()];
      weights.add(still(contexts.getContext(i, words, none, null)), still);
      List<Hypothesis> next = new ArrayList<>(BEAM * BEAM);
      for (Hypothesis hypothesis : beam) {
        extend(hypothesis, still, next);
      }
      next.sort(Comparator.comparingDouble(Hypothesis::likelihood).reversed());
      beam = next.subList(0, Math.min(BEAM, next.size()));
    }
    int[] best = beam.getFirst().tags();
    return Arrays.stream(best).mapToObj(weights::outcome).toArray(String[]::new);
  }

  /** Without what depends on the tags before. */
  private static List<String> still(String[] features) {
    List<String> still = new ArrayList<>(features.length);
    for (String feature : features) {
      if (!feature.startsWith(ONE_BEFORE) && !feature.startsWith(TWO_BEFORE)) {
        still.add(feature);
      }
    }
    return still;
  }

  private void extend(Hypothesis hypothesis, double[] still, List<Hypothesis> next) {
    int[] tags = hypothesis.tags();
    double[] sums = still.clone();
    if (tags.length > 0) {
      String last = weights.outcome(tags[tags.length - 1]);
      weights.add(List.of(ONE_BEFORE + last), sums);
      if (tags.length > 1) {
        String second = weights.outcome(tags[tags.length - 2]);
        weights.add(List.of(TWO_BEFORE + second + "," + last), sums);
      }
    }
    double[] shares = LogLinear.shares(sums);
    for (int k = 0; k < BEAM; k++) {
      int best = 0;
      for (int tag = 1; tag < shares.length; tag++) {
        best = shares[tag] > shares[best] ? tag : best;
      }
      if (shares[best] <= 0) {
        return;
      }
      int[] longer = Arrays.copyOf(tags, tags.length + 1);
      longer[tags.length] = best;
      next.add(new Hypothesis(longer, hypothesis.likelihood() + Math.log(shares[best])));
      shares[best] = 0;
    }
  }
}
