package dev.kindred.evaluation;

import dev.kindred.learn.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How well a learner guesses what people do next, from files of behaviour.
 *
 * <p>Everybody is folded in from their training interactions, as in serving; all items are ranked,
 * never a sample of them, without those of the person's training part.
 */
public final class RecommendExperiment {
  private static final int SAMPLES = 1_000;

  private RecommendExperiment() {}

  /**
   * What to measure.
   *
   * @param train file of behaviour to learn from
   * @param test file of behaviour to be guessed; without one, or with the same one, a fifth of each
   *     person's behaviour in {@code train} is held out instead, see {@link Split}
   * @param k length of the lists, 1 to 1,000
   * @param factors instead of the algorithm's default number
   * @param seed of the split and of the confidence interval
   */
  public record Request(
      Path train, Optional<Path> test, int k, Algorithm algorithm, OptionalInt factors, long seed) {

    public Request {
      if (k < 1 || k > 1_000) {
        throw new IllegalArgumentException("k must be from 1 to 1000, got " + k);
      }
      if (factors.isPresent() && (factors.getAsInt() < 1 || factors.getAsInt() > 4_096)) {
        throw new IllegalArgumentException(
            "factors must be from 1 to 4096, got " + factors.getAsInt());
      }
    }
  }

  /**
   * Runs it.
   *
   * @return figures by name, to be written as one JSON object
   * @throws IllegalArgumentException if the files hold nothing to learn from or to guess
   */
  public static Map<String, Object> run(Request request, ProgressListener progress)
      throws IOException {
    HeldOut data = read(request);
    int[] people = RankingOfPeople.judged(data);
    if (people.length == 0 || data.train().size() == 0) {
      throw new IllegalArgumentException(
          "there must be something to learn from and something to guess, got "
              + data.train().size()
              + " training interactions and "
              + people.length
              + " people with held-out items");
    }
    long began = System.nanoTime();
    Recommender recommender = request.algorithm().train(data.train(), request.factors(), progress);
    double trainSeconds = seconds(began);
    began = System.nanoTime();
    boolean[] all = new boolean[data.items().size()];
    Arrays.fill(all, true);
    int[][] lists = RankingOfPeople.top(data, recommender, people, all, request.k(), progress);
    RecommendFigures figures = RecommendFigures.of(data, people, lists, request.k());
    return json(request, data, figures, trainSeconds, seconds(began));
  }

  private static HeldOut read(Request request) throws IOException {
    List<Preference> train = BehaviourFile.read(request.train());
    if (request.test().isEmpty() || request.test().get().equals(request.train())) {
      Split split = Split.lastFifth(train, request.seed());
      return HeldOut.of(split.train(), split.test());
    }
    return HeldOut.of(train, BehaviourFile.read(request.test().get()));
  }

  private static Map<String, Object> json(
      Request request,
      HeldOut data,
      RecommendFigures figures,
      double trainSeconds,
      double rankSeconds) {
    Significance.Interval interval =
        Significance.bootstrap(figures.recall(), 0.95, SAMPLES, request.seed());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("recall@" + request.k(), Rounding.of(figures.meanRecall()));
    json.put("ndcg@" + request.k(), Rounding.of(figures.meanNdcg()));
    json.put("users", figures.recall().length);
    json.put("train_seconds", Math.round(trainSeconds * 10) / 10.0);
    json.put("rank_seconds", Math.round(rankSeconds * 10) / 10.0);
    json.put(
        "recall@" + request.k() + "_95%",
        List.of(Rounding.of(interval.low()), Rounding.of(interval.high())));
    json.put("coverage@" + request.k(), Rounding.of(figures.coverage()));
    json.put("novelty_bits@" + request.k(), Rounding.of(figures.novelty()));
    json.put("popularity@" + request.k(), Rounding.of(figures.popularity()));
    json.put("items", data.items().size());
    json.put("interactions", data.train().size());
    json.put("algorithm", request.algorithm().label());
    request
        .algorithm()
        .settings(request.factors())
        .ifPresent(s -> {
          json.put("learner", s.name());
          json.put("factors", s.factors());
        });
    json.put("seed", request.seed());
    return json;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
