package dev.kindred.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What several systems answered to the same judged queries; the last is the one in question, the
 * others are what it is compared with.
 *
 * @param answers by system, in the order in which they were asked for, the queries in the same
 *     order for all
 * @param facts about the run, by name
 */
public record SearchComparison(
    Map<SearchSystem, List<JudgedAnswer>> answers, Map<String, Object> facts) {
  private static final int K = 10;
  private static final int SAMPLES = 10_000;
  private static final long SEED = 1;

  public SearchComparison {
    answers = new LinkedHashMap<>(answers);
    facts = new LinkedHashMap<>(facts);
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("answers must be of one system or more, got none");
    }
  }

  /**
   * How far the last system is ahead of another.
   *
   * @param difference of the means of nDCG
   * @param interval of the difference, 95 %, by bootstrap over queries
   * @param pValue of a paired randomisation test
   */
  record Lead(double difference, Significance.Interval interval, double pValue) {
    static Lead of(double[] ours, double[] theirs) {
      double[] differences = new double[ours.length];
      double sum = 0;
      for (int i = 0; i < ours.length; i++) {
        differences[i] = ours[i] - theirs[i];
        sum += differences[i];
      }
      return new Lead(
          sum / ours.length,
          Significance.bootstrap(differences, 0.95, SAMPLES, SEED),
          Significance.pairedRandomisation(ours, theirs, SAMPLES, SEED));
    }

    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("difference", Rounding.of(difference));
      json.put("95%", List.of(Rounding.of(interval.low()), Rounding.of(interval.high())));
      json.put("p_value", Rounding.of(pValue));
      return json;
    }
  }

  List<SearchSystem> systems() {
    return List.copyOf(answers.keySet());
  }

  SearchSystem last() {
    return systems().getLast();
  }

  /** The answers of a system. */
  List<JudgedAnswer> of(SearchSystem system) {
    return answers.getOrDefault(system, List.of());
  }

  /** The best of the others by nDCG. */
  Optional<SearchSystem> rival() {
    return systems().stream()
        .filter(s -> s != last())
        .max((a, b) -> Double.compare(mean(a), mean(b)));
  }

  private double mean(SearchSystem system) {
    return of(system).stream().mapToDouble(a -> a.figures().ndcg()).average().orElse(0);
  }

  /** How far the last system is ahead of another in one figure. */
  Lead lead(SearchSystem other, ToDoubleFunction<QueryFigures> figure) {
    return Lead.of(values(last(), figure), values(other, figure));
  }

  private double[] values(SearchSystem system, ToDoubleFunction<QueryFigures> figure) {
    return of(system).stream().mapToDouble(a -> figure.applyAsDouble(a.figures())).toArray();
  }

  private List<QueryFigures> figures(SearchSystem system) {
    return of(system).stream().map(JudgedAnswer::figures).toList();
  }

  /**
   * The figures of the last system, to be written as one JSON object; of several, beside them what
   * each reached, and how likely the last one's lead over each of the others is chance.
   */
  public Map<String, Object> json() {
    Map<String, Object> json = QueryFigures.json(figures(last()), K);
    json.put("mode", last().label());
    rival()
        .ifPresent(rival -> {
          Map<String, Object> sides = new LinkedHashMap<>();
          Map<String, Object> leads = new LinkedHashMap<>();
          for (SearchSystem system : systems()) {
            sides.put(system.label(), QueryFigures.json(figures(system), K));
            if (system != last()) {
              leads.put(
                  system.label(),
                  Map.of(
                      "ndcg@" + K, lead(system, QueryFigures::ndcg).json(),
                      "condensed_ndcg@" + K, lead(system, QueryFigures::condensedNdcg).json()));
            }
          }
          json.put("modes", sides);
          json.put("leads", leads);
          json.put("against", rival.label());
          json.put("p_value", lead(rival, QueryFigures::ndcg).pValue());
        });
    json.putAll(facts);
    return json;
  }

  /** The same as a table for people, a line a system. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-10s %8s %9s %9s %7s  %s",
            "",
            "nDCG@" + K,
            "condensed",
            "judged@" + K,
            "MRR@" + K,
            "lead of " + last().label() + " in nDCG (95 %), p; in condensed nDCG"));
    for (SearchSystem system : systems()) {
      Map<String, Object> own = QueryFigures.json(figures(system), K);
      lines.add(
          String.format(
                  Locale.ROOT,
                  "%-10s %8.4f %9.4f %9.4f %7.4f  %s",
                  system.label(),
                  QueryFigures.number(own, "ndcg@" + K),
                  QueryFigures.number(own, "condensed_ndcg@" + K),
                  QueryFigures.number(own, "judged@" + K),
                  QueryFigures.number(own, "mrr@" + K),
                  system == last()
                      ? ""
                      : told(lead(system, QueryFigures::ndcg))
                          + "; "
                          + told(lead(system, QueryFigures::condensedNdcg)))
              .stripTrailing());
    }
    lines.add(of(last()).size() + " queries");
    facts.forEach((name, value) -> lines.add(name + " " + value));
    return lines;
  }

  private static String told(Lead lead) {
    return String.format(
        Locale.ROOT,
        "%+.4f (%+.4f to %+.4f), p %.4f",
        lead.difference(),
        lead.interval().low(),
        lead.interval().high(),
        lead.pValue());
  }
}
