package dev.kindred.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each person got of several systems, each asked the same: means, and differences of pairs.
 */
final class PairedGains {
  private static final int SAMPLES = 2_000;
  private static final double SURE = 0.95;

  /* By system and person the sum and the number of times. */
  private final Map<String, TreeMap<String, double[]>> gains = new LinkedHashMap<>();

  PairedGains() {}

  /** Somebody's gain of a system, one of several times. */
  void add(String system, String person, double gain) {
    double[] sum =
        gains
            .computeIfAbsent(system, s -> new TreeMap<>())
            .computeIfAbsent(person, p -> new double[2]);
    sum[0] += gain;
    sum[1]++;
  }

  boolean isEmpty() {
    return gains.isEmpty();
  }

  /** How many people there are. */
  int people() {
    return gains.values().stream().mapToInt(TreeMap::size).max().orElse(0);
  }

  /** Writes the mean over people of each system. */
  void putMeans(String suffix, Map<String, Object> json) {
    gains.keySet().forEach(system -> json.put(system + suffix, mean(means(system))));
  }

  /** Writes how much more each other system gives than one. */
  void compareAll(String base, Map<String, Object> json) {
    gains.keySet().stream()
        .filter(system -> !system.equals(base))
        .forEach(system -> compare(system, base, json));
  }

  /**
   * Writes how much more a system gives than another: the mean difference, its 95 % interval
   * (bootstrap over people), and the p of a paired randomisation test; nothing if either was not
   * asked.
   */
  void compare(String system, String base, Map<String, Object> json) {
    if (!gains.containsKey(system) || !gains.containsKey(base)) {
      return;
    }
    double[] values = means(system);
    double[] others = means(base);
    double[] differences = new double[values.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = values[i] - others[i];
    }
    Significance.Interval interval = Significance.bootstrap(differences, SURE, SAMPLES, 1);
    String name = system + "_minus_" + base;
    json.put(name, mean(differences));
    json.put(
        name + "_interval", List.of(Rounding.of(interval.low()), Rounding.of(interval.high())));
    json.put(
        name + "_p", Rounding.of(Significance.pairedRandomisation(values, others, SAMPLES, 1)));
  }

  /* By person, in the order of their ids. */
  private double[] means(String system) {
    return gains.getOrDefault(system, new TreeMap<>()).values().stream()
        .mapToDouble(sum -> sum[0] / sum[1])
        .toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return Rounding.of(sum / values.length);
  }
}
