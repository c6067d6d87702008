package dev.kindred.evaluation;

import dev.kindred.engine.RankingWeights;
import dev.kindred.engine.Settings;
import dev.kindred.learn.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Finds weights of words, meaning, kind and number of reviews that order judged queries best, and
 * says honestly what they are worth: each query is answered with weights that were chosen on other
 * queries (cross-validation), and these answers are compared with those of the weights in use.
 *
 * <p>What is made as large as possible is the mean of nDCG@10 and condensed nDCG@10: the first
 * alone rewards what the judges' engine once found, the second alone forgives strangers. Several
 * sets of judged queries count alike, however many queries they have.
 */
public final class SearchTuning {
  private static final double[] MEANING = {0, 0.25, 0.5, 0.75, 1, 1.5, 2};
  private static final double[] KIND = {0, 0.02, 0.04, 0.08, 0.15};
  private static final double[] REVIEWS = {0, 0.05, 0.1, 0.2};

  private SearchTuning() {}

  /** A catalogue and judged queries of it. */
  public record JudgedSet(Path products, Path judgments) {}

  /**
   * What to fit.
   *
   * @param sets one or more
   * @param mostQueries how many queries of a set are asked at most, drawn at random; 10 or more
   * @param folds parts of the queries, 2 or more
   * @param seed of what is drawn
   * @param settings of the engine; its weights are those to be compared with
   */
  public record Request(
      List<JudgedSet> sets, int mostQueries, int folds, long seed, Settings settings) {
    public Request {
      sets = List.copyOf(sets);
      if (sets.isEmpty()) {
        throw new IllegalArgumentException("sets must be one or more, got none");
      }
      if (mostQueries < 10) {
        throw new IllegalArgumentException("queries must be >= 10, got " + mostQueries);
      }
      if (folds < 2) {
        throw new IllegalArgumentException("folds must be >= 2, got " + folds);
      }
    }
  }

  /** Runs it. */
  public static TunedWeights run(Request request, ProgressListener progress) throws IOException {
    RankingWeights usual = request.settings().ranking();
    List<RankingWeights> choices = choices(usual);
    List<double[][]> values = new ArrayList<>();
    for (JudgedSet set : request.sets()) {
      values.add(values(set, request, choices, progress));
    }
    return chosen(choices, values, request.folds());
  }

  /**
   * The weights in use first, then the grid; first with the weight of reviews in use, which stays
   * where products have none.
   */
  static List<RankingWeights> choices(RankingWeights usual) {
    Set<RankingWeights> choices = new LinkedHashSet<>();
    choices.add(usual);
    addGrid(usual, choices);
    for (double reviews : REVIEWS) {
      addGrid(usual.withReviewCount(reviews), choices);
    }
    return List.copyOf(choices);
  }

  private static void addGrid(RankingWeights usual, Set<RankingWeights> choices) {
    for (double meaning : MEANING) {
      for (double kind : KIND) {
        choices.add(usual.withText(1, meaning, kind));
      }
    }
  }

  /** What each choice is worth for each query of a set. */
  private static double[][] values(
      JudgedSet set, Request request, List<RankingWeights> choices, ProgressListener progress)
      throws IOException {
    Judgments judgments =
        Judgments.withAnswers(set.judgments()).drawn(request.mostQueries(), request.seed());
    List<String> asked = judgments.queriesWithAnswer();
    if (asked.size() < request.folds()) {
      throw new MalformedFileException(
          set.judgments()
              + " must have as many queries with a grade above 0 as there are folds, "
              + request.folds()
              + ", got "
              + asked.size());
    }
    try (JudgedShop shop = JudgedShop.open(set.products(), request.settings(), true, progress)) {
      double[][] values = new double[choices.size()][asked.size()];
      AtomicInteger done = new AtomicInteger();
      IntStream.range(0, asked.size())
          .parallel()
          .forEach(q -> {
            String query = asked.get(q);
            for (int choice = 0; choice < values.length; choice++) {
              QueryFigures figures = shop.ask(query, choices.get(choice), judgments.of(query));
              values[choice][q] = (figures.ndcg() + figures.condensedNdcg()) / 2;
            }
            progress.progress("asking", done.incrementAndGet(), asked.size());
          });
      return values;
    }
  }

  /**
   * Chooses by cross-validation.
   *
   * @param choices the first are the weights in use
   * @param values by set: what each choice is worth for each query
   */
  static TunedWeights chosen(List<RankingWeights> choices, List<double[][]> values, int folds) {
    List<double[]> heldOut = new ArrayList<>();
    values.forEach(set -> heldOut.add(new double[set[0].length]));
    for (int fold = 0; fold < folds; fold++) {
      int part = fold;
      int choice = best(values, q -> q % folds != part);
      for (int set = 0; set < values.size(); set++) {
        for (int q = part; q < heldOut.get(set).length; q += folds) {
          heldOut.get(set)[q] = values.get(set)[choice][q];
        }
      }
    }
    List<TunedWeights.Gain> gains = new ArrayList<>();
    for (int set = 0; set < values.size(); set++) {
      gains.add(TunedWeights.Gain.of(heldOut.get(set), values.get(set)[0]));
    }
    TunedWeights.Gain all =
        TunedWeights.Gain.of(joined(heldOut), joined(values.stream().map(set -> set[0]).toList()));
    return new TunedWeights(
        choices.getFirst(), choices.get(best(values, q -> true)), folds, gains, all);
  }

  private static double[] joined(List<double[]> parts) {
    return parts.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
  }

  /** Says which queries count. */
  @FunctionalInterface
  private interface Counted {
    boolean counts(int query);
  }

  /** The choice with the highest mean over sets of the mean over queries; of equals the first. */
  private static int best(List<double[][]> values, Counted counted) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int choice = 0; choice < values.getFirst().length; choice++) {
      double sum = 0;
      for (double[][] set : values) {
        double[] of = set[choice];
        sum +=
            IntStream.range(0, of.length)
                .filter(counted::counts)
                .mapToDouble(q -> of[q])
                .average()
                .orElse(0);
      }
      if (sum > highest + 1e-9) {
        highest = sum;
        best = choice;
      }
    }
    return best;
  }
}
