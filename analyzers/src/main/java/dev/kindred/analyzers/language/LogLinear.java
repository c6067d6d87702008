package dev.kindred.analyzers.language;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * A trained maximum entropy model whose sums can be taken in parts: what many decisions share is
 * summed once. The probabilities are those of OpenNLP's own evaluation.
 */
public final class LogLinear {
  private final Map<String, Context> parameters = new HashMap<>();
  private final String[] outcomes;

  /** Takes the parameters of a model that sums weights of features. */
  public LogLinear(AbstractModel trained) {
    Object[] parts = trained.getDataStructures();
    if (parts[1] instanceof Map<?, ?> features) {
      features.forEach((feature, weights) -> {
        if (weights instanceof Context context) {
          parameters.put((String) feature, context);
        }
      });
    }
    outcomes = new String[trained.getNumOutcomes()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = trained.getOutcome(i);
    }
  }

  /** How many outcomes there are, numbered from 0. */
  public int outcomes() {
    return outcomes.length;
  }

  /** An outcome's name. */
  public String outcome(int i) {
    return outcomes[i];
  }

  /** The number of an outcome, -1 if it was never seen. */
  public int index(String outcome) {
    for (int i = 0; i < outcomes.length; i++) {
      if (outcomes[i].equals(outcome)) {
        return i;
      }
    }
    return -1;
  }

  /** The features that were seen in training. */
  public Set<String> features() {
    return parameters.keySet();
  }

  /** Adds the weights of some features to sums by outcome. */
  public void add(Collection<String> features, double[] sums) {
    for (String feature : features) {
      Context context = parameters.get(feature);
      if (context != null) {
        int[] which = context.getOutcomes();
        double[] weights = context.getParameters();
        for (int i = 0; i < which.length; i++) {
          sums[which[i]] += weights[i];
        }
      }
    }
  }

  /** The probabilities that sums stand for. */
  public static double[] shares(double[] sums) {
    double[] shares = new double[sums.length];
    double all = 0;
    for (int i = 0; i < sums.length; i++) {
      shares[i] = Math.exp(sums[i]);
      all += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= all;
    }
    return shares;
  }

  /** The same with one outcome's odds multiplied. */
  public static double[] reweighted(double[] shares, int outcome, double weight) {
    double sum = 1 + (weight - 1) * shares[outcome];
    double[] result = new double[shares.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = shares[i] * (i == outcome ? weight : 1) / sum;
    }
    return result;
  }
}
