package dev.kindred.evaluation;

import dev.kindred.engine.RankingWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Weights that were fitted to judged queries, with what they are worth.
 *
 * @param before the weights in use
 * @param weights the best on all queries together
 * @param folds of the cross-validation
 * @param gains by set of queries: answers with weights chosen on other queries against those with
 *     the weights in use
 * @param gain the same of all queries together
 */
public record TunedWeights(
    RankingWeights before, RankingWeights weights, int folds, List<Gain> gains, Gain gain) {
  private static final double LEVEL = 0.05;

  public TunedWeights {
    gains = List.copyOf(gains);
  }

  /**
   * A difference of means over queries, each the mean of nDCG@10 and condensed nDCG@10.
   *
   * @param before with the weights in use
   * @param after with weights chosen on other queries
   * @param low of the 95 % interval of the difference
   * @param pValue of a paired randomisation test
   */
  public record Gain(
      int queries, double before, double after, double low, double high, double pValue) {
    static Gain of(double[] after, double[] before) {
      SearchComparison.Lead lead = SearchComparison.Lead.of(after, before);
      double mean = java.util.Arrays.stream(before).average().orElse(0);
      return new Gain(
          after.length,
          mean,
          mean + lead.difference(),
          lead.interval().low(),
          lead.interval().high(),
          lead.pValue());
    }

    /** Whether better, and hardly by chance. */
    public boolean isSignificant() {
      return after > before && pValue < LEVEL;
    }

    private Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("queries", queries);
      json.put("before", Rounding.of(before));
      json.put("after", Rounding.of(after));
      json.put("gain_95%", List.of(Rounding.of(low), Rounding.of(high)));
      json.put("p_value", Rounding.of(pValue));
      return json;
    }

    private String told() {
      return String.format(
          Locale.ROOT,
          "%.4f to %.4f, gain %+.4f (95 %% %+.4f to %+.4f), p %.4f, %d queries",
          before,
          after,
          after - before,
          low,
          high,
          pValue,
          queries);
    }
  }

  /** One sentence: whether to take them. */
  public String verdict() {
    if (weights.equals(before)) {
      return "The weights in use are the best that were tried.";
    }
    return gain.isSignificant()
        ? "The gain is significant: take them."
        : "The gain is not significant: chance could have made it.";
  }

  /** What {@code --config} takes, with the figures in comments. */
  public String yaml() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# Fitted to judged queries by ").append(folds).append("-fold cross-validation.\n");
    yaml.append("# Mean of nDCG@10 and condensed nDCG@10 of queries that took no part in the\n");
    yaml.append("# choice, from the weights in use to fitted ones:\n");
    for (int set = 0; set < gains.size(); set++) {
      yaml.append("#   set ").append(set + 1).append(": ").append(gains.get(set).told());
      yaml.append('\n');
    }
    if (gains.size() > 1) {
      yaml.append("#   together: ").append(gain.told()).append('\n');
    }
    yaml.append("# ").append(verdict()).append("\nranking:\n");
    yaml.append("  lexical: ").append(weights.lexical()).append('\n');
    yaml.append("  semantic: ").append(weights.semantic()).append('\n');
    yaml.append("  category: ").append(weights.category()).append('\n');
    yaml.append("  review_count: ").append(weights.business().reviewCount()).append('\n');
    return yaml.toString();
  }

  /** Everything as one JSON object. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ranking", ranking(weights));
    json.put("before", ranking(before));
    json.put("folds", folds);
    json.put("sets", gains.stream().map(Gain::json).toList());
    json.put("together", gain.json());
    json.put("significant", gain.isSignificant());
    return json;
  }

  private static Map<String, Object> ranking(RankingWeights weights) {
    Map<String, Object> ranking = new LinkedHashMap<>();
    ranking.put("lexical", weights.lexical());
    ranking.put("semantic", weights.semantic());
    ranking.put("category", weights.category());
    ranking.put("review_count", weights.business().reviewCount());
    return ranking;
  }
}
