package dev.kindred.evaluation;

import dev.kindred.learn.AutoTuner;
import dev.kindred.learn.FactorModel;
import dev.kindred.learn.ProgressListener;
import dev.kindred.learn.RatingModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
   * @param served how many people are also asked about through the running engine, 0 or more
   * @param diversities for which the running engine is asked, too, each from 0 to 1
   * @param budget for trials of {@link Algorithm#AUTO}
   * @param ratings whether the stars in {@code train} are foretold as well
   * @param seed of the split and of the confidence interval
   */
  public record Request(
      Path train,
      Optional<Path> test,
      int k,
      Algorithm algorithm,
      OptionalInt factors,
      int served,
      List<Double> diversities,
      Duration budget,
      boolean ratings,
      long seed) {

    public Request {
      diversities = List.copyOf(diversities);
      for (double diversity : diversities) {
        if (!(diversity >= 0 && diversity <= 1)) {
          throw new IllegalArgumentException("diversity must be from 0 to 1, got " + diversity);
        }
      }
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
    Algorithm.Trained trained =
        request.algorithm().train(data.train(), request.factors(), request.budget(), progress);
    double trainSeconds = seconds(began);
    began = System.nanoTime();
    boolean[] all = new boolean[data.items().size()];
    Arrays.fill(all, true);
    int[][] lists =
        RankingOfPeople.top(data, trained.recommender(), people, all, request.k(), progress);
    RecommendFigures figures = RecommendFigures.of(data, people, lists, request.k());
    Map<String, Object> json = json(request, data, trained, figures, trainSeconds, seconds(began));
    if (trained.recommender() instanceof FactorRecommender factors) {
      json.put("diversity@" + request.k(), Rounding.of(diversity(factors, lists)));
      if (factors.model().isPresent() && request.served() > 0) {
        serve(request, data, factors.model().get(), people, lists, progress, json);
      }
    }
    if (request.ratings()) {
      json.putAll(
          RatingExperiment.run(
              request.train(), RatingModel.Settings.DEFAULT, request.seed(), progress));
    }
    return json;
  }

  /* Mean over the lists of how different their items' factors are. */
  private static double diversity(FactorRecommender factors, int[][] lists) {
    return Arrays.stream(lists)
        .parallel()
        .mapToDouble(list ->
            IntraListDiversity.of(
                Arrays.stream(list).mapToObj(factors::itemFactor).toArray(float[][]::new)))
        .average()
        .orElse(0);
  }

  /* The same lists from the running engine, for some of the people. */
  private static void serve(
      Request request,
      HeldOut data,
      FactorModel model,
      int[] people,
      int[][] lists,
      ProgressListener progress,
      Map<String, Object> json)
      throws IOException {
    int[] known =
        IntStream.range(0, people.length)
            .filter(p -> data.train().personDegree(people[p]) > 0)
            .toArray();
    int size = Math.min(request.served(), known.length);
    int[] asked = new int[size];
    int[] numbers = new int[size];
    int[][] exact = new int[size][];
    for (int i = 0; i < size; i++) {
      asked[i] = known[(int) ((long) i * known.length / size)];
      numbers[i] = people[asked[i]];
      exact[i] = lists[asked[i]];
    }
    List<Double> diversities = new ArrayList<>(List.of(0.0));
    diversities.addAll(request.diversities());
    List<int[][]> ofEach = ServedLists.of(data, model, numbers, request.k(), diversities, progress);
    int[][] served = ofEach.getFirst();
    double ofExact = RecommendFigures.of(data, numbers, exact, request.k()).meanRecall();
    double ofServed = RecommendFigures.of(data, numbers, served, request.k()).meanRecall();
    double same = 0;
    for (int i = 0; i < size; i++) {
      Set<Integer> list = Arrays.stream(served[i]).boxed().collect(Collectors.toSet());
      same += Arrays.stream(exact[i]).filter(list::contains).count() / (double) exact[i].length;
    }
    json.put("served_recall@" + request.k(), Rounding.of(ofServed));
    json.put("exact_recall@" + request.k() + "_of_served_users", Rounding.of(ofExact));
    json.put("served_overlap@" + request.k(), Rounding.of(size == 0 ? 0 : same / size));
    json.put("served_users", size);
    if (!request.diversities().isEmpty()) {
      FactorRecommender factors = new FactorRecommender(model, data.train());
      List<Double> ndcg = new ArrayList<>();
      List<Double> different = new ArrayList<>();
      List<Double> coverage = new ArrayList<>();
      for (int[][] of : ofEach.subList(1, ofEach.size())) {
        RecommendFigures figures = RecommendFigures.of(data, numbers, of, request.k());
        ndcg.add(Rounding.of(figures.meanNdcg()));
        different.add(Rounding.of(diversity(factors, of)));
        coverage.add(Rounding.of(figures.coverage()));
      }
      json.put("asked_diversity", request.diversities());
      json.put("asked_diversity_ndcg@" + request.k(), ndcg);
      json.put("asked_diversity_diversity@" + request.k(), different);
      json.put("asked_diversity_coverage@" + request.k(), coverage);
    }
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
      Algorithm.Trained trained,
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
    json.put("learner", trained.learner());
    trained
        .settings()
        .ifPresent(settings -> {
          json.put("factors", settings.factors());
          json.put("settings", settings.toString());
        });
    if (!trained.trials().isEmpty()) {
      json.put("tried", trained.trials().stream().map(RecommendExperiment::trial).toList());
    }
    json.put("seed", request.seed());
    return json;
  }

  private static Map<String, Object> trial(AutoTuner.Trial trial) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("learner", trial.name());
    trial.settings().ifPresent(settings -> json.put("settings", settings.toString()));
    json.put("held_out_ndcg@20", Rounding.of(trial.ndcg()));
    json.put("seconds", Math.round(trial.seconds() * 10) / 10.0);
    return json;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
