package dev.kindred.analyzers.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;

/**
 * Fits a maximum entropy model: the weights that make the outcomes of all events likeliest, less
 * the sum of their squares, by L-BFGS (Nocedal and Wright, Numerical Optimization, 2006, algorithm
 * 7.4) with a backtracking line search.
 *
 * <p>OpenNLP's own trainer gives up while the likelihood still grows by one in ten thousand a step,
 * which with many features is far from the end.
 */
final class LogLinearTraining {
  private static final int ITERATIONS = 100;
  private static final int UPDATES = 12;
  private static final double SUFFICIENT = 1e-4;
  private static final double SHORTEST = 1e-10;
  /* Weights are rounded to such parts of one, so that the model's file is small. */
  private static final double PARTS = 128;

  private final String[] features;
  private final String[] outcomes;
  private final int[][] seen;
  private final int[] right;
  private final double penalty;

  /**
   * @param seenAtLeast events that a feature must be in to count
   * @param penalty on the square of each weight
   */
  LogLinearTraining(List<Event> events, int seenAtLeast, double penalty) {
    this.penalty = penalty;
    Map<String, Integer> counts = new TreeMap<>();
    TreeSet<String> names = new TreeSet<>();
    for (Event event : events) {
      names.add(event.getOutcome());
      for (String feature : event.getContext()) {
        counts.merge(feature, 1, Integer::sum);
      }
    }
    counts.values().removeIf(count -> count < seenAtLeast);
    features = counts.keySet().toArray(String[]::new);
    outcomes = names.toArray(String[]::new);
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < features.length; i++) {
      index.put(features[i], i);
    }
    List<String> order = new ArrayList<>(names);
    seen = new int[events.size()][];
    right = new int[events.size()];
    for (int e = 0; e < seen.length; e++) {
      right[e] = order.indexOf(events.get(e).getOutcome());
      seen[e] =
          Arrays.stream(events.get(e).getContext())
              .filter(index::containsKey)
              .mapToInt(index::get)
              .toArray();
    }
  }

  /** A pair of a step and the change of gradient along it. */
  private record Update(double[] step, double[] change, double product) {}

  QNModel fit() {
    double[] weights = new double[features.length * outcomes.length];
    double[] gradient = new double[weights.length];
    double value = loss(weights, gradient);
    Deque<Update> updates = new ArrayDeque<>();
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] direction = direction(gradient, updates);
      double slope = product(direction, gradient);
      double length = updates.isEmpty() ? 1 / Math.sqrt(product(gradient, gradient)) : 1;
      double[] moved = new double[weights.length];
      double[] newGradient = new double[weights.length];
      double newValue = Double.POSITIVE_INFINITY;
      while (length > SHORTEST && !(newValue <= value + SUFFICIENT * length * slope)) {
        for (int i = 0; i < moved.length; i++) {
          moved[i] = weights[i] + length * direction[i];
        }
        newValue = loss(moved, newGradient);
        length /= 2;
      }
      if (length <= SHORTEST) {
        break;
      }
      double[] step = new double[weights.length];
      double[] change = new double[weights.length];
      for (int i = 0; i < step.length; i++) {
        step[i] = moved[i] - weights[i];
        change[i] = newGradient[i] - gradient[i];
      }
      double product = product(step, change);
      if (product > 0) {
        updates.addLast(new Update(step, change, product));
        if (updates.size() > UPDATES) {
          updates.removeFirst();
        }
      }
      weights = moved;
      gradient = newGradient;
      value = newValue;
    }
    return model(weights);
  }

  /** Negative log likelihood with penalty; its gradient is written into the second array. */
  private double loss(double[] weights, double[] gradient) {
    int size = outcomes.length;
    double loss = 0;
    for (int i = 0; i < weights.length; i++) {
      loss += penalty * weights[i] * weights[i];
      gradient[i] = 2 * penalty * weights[i];
    }
    double[] sums = new double[size];
    for (int e = 0; e < seen.length; e++) {
      Arrays.fill(sums, 0);
      for (int feature : seen[e]) {
        for (int o = 0; o < size; o++) {
          sums[o] += weights[feature * size + o];
        }
      }
      double most = Arrays.stream(sums).max().orElseThrow();
      double all = 0;
      for (double sum : sums) {
        all += Math.exp(sum - most);
      }
      double log = most + Math.log(all);
      loss += log - sums[right[e]];
      for (int o = 0; o < size; o++) {
        sums[o] = Math.exp(sums[o] - log) - (o == right[e] ? 1 : 0);
      }
      for (int feature : seen[e]) {
        for (int o = 0; o < size; o++) {
          gradient[feature * size + o] += sums[o];
        }
      }
    }
    return loss;
  }

  private static double[] direction(double[] gradient, Deque<Update> updates) {
    double[] direction = new double[gradient.length];
    add(direction, -1, gradient);
    double[] alpha = new double[updates.size()];
    int k = alpha.length;
    for (Iterator<Update> last = updates.descendingIterator(); last.hasNext(); ) {
      Update update = last.next();
      alpha[--k] = product(update.step(), direction) / update.product();
      add(direction, -alpha[k], update.change());
    }
    if (!updates.isEmpty()) {
      Update newest = updates.getLast();
      double scale = newest.product() / product(newest.change(), newest.change());
      for (int i = 0; i < direction.length; i++) {
        direction[i] *= scale;
      }
    }
    for (Update update : updates) {
      double beta = product(update.change(), direction) / update.product();
      add(direction, alpha[k++] - beta, update.step());
    }
    return direction;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double factor, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * what[i];
    }
  }

  private QNModel model(double[] weights) {
    Context[] contexts = new Context[features.length];
    int[] which = new int[outcomes.length];
    Arrays.setAll(which, o -> o);
    for (int f = 0; f < contexts.length; f++) {
      double[] own = new double[outcomes.length];
      for (int o = 0; o < own.length; o++) {
        own[o] = Math.rint(weights[f * own.length + o] * PARTS) / PARTS;
      }
      contexts[f] = new Context(which, own);
    }
    return new QNModel(contexts, features, outcomes);
  }
}
