package dev.kindred.evaluation;

import dev.kindred.indexer.store.Change;
import dev.kindred.learn.FactorModel;
import dev.kindred.learn.LearnerSettings;
import dev.kindred.learn.Learners;
import dev.kindred.learn.ProgressListener;
import dev.kindred.learn.VectorMath;
import dev.kindred.model.Product;
import dev.kindred.model.filter.Filter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether the running engine finds by factor what is nearest, how long it takes, and how long a
 * person takes to be folded in.
 *
 * <p>Recommendations for some people are asked for one after another with filters that pass ever
 * fewer products, and compared with scores computed one by one; then again after products have been
 * changed and deleted for a while.
 */
public final class RetrievalExperiment {
  private static final int K = 20;
  private static final int[] LOTS_PASSING = {1_000, 500, 100, 10, 1};
  private static final int CHURN_ROUNDS = 20;
  private static final double CHURN_SHARE = 0.02;
  private static final int EVENTS = 200;
  private static final int FOLDS = 2_000;
  private static final int WARM_UP = 200;

  private final Request request;
  private final HeldOut data;
  private final FactorModel model;
  private final FactorRecommender exact;
  private final int[] people;
  private final BitSet deleted = new BitSet();
  private final ProgressListener progress;

  /**
   * What to measure.
   *
   * @param train file of behaviour to learn from
   * @param people who are asked about, at most
   * @param seed of who is asked and what changes
   */
  public record Request(Path train, LearnerSettings learner, int people, long seed) {
    public Request {
      if (people < 1) {
        throw new IllegalArgumentException("people must be >= 1, got " + people);
      }
    }
  }

  private RetrievalExperiment(Request request, ProgressListener progress) throws IOException {
    this.request = request;
    this.progress = progress;
    this.data = HeldOut.of(BehaviourFile.read(request.train()), List.of());
    this.model = Learners.learn(data.train(), request.learner(), progress);
    this.exact = new FactorRecommender(model, data.train());
    int[] known =
        IntStream.range(0, data.people().size())
            .filter(p -> data.train().personDegree(p) > 0)
            .toArray();
    int size = Math.min(request.people(), known.length);
    this.people =
        IntStream.range(0, size).map(i -> known[(int) ((long) i * known.length / size)]).toArray();
  }

  /**
   * Runs it.
   *
   * @return figures by name, to be written as one JSON object
   */
  public static Map<String, Object> run(Request request, ProgressListener progress)
      throws IOException {
    RetrievalExperiment experiment = new RetrievalExperiment(request, progress);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("products", experiment.data.items().size());
    json.put("factors", experiment.model.directions());
    json.put("users", experiment.people.length);
    json.put("passing_%", Arrays.stream(LOTS_PASSING).mapToObj(l -> l / 10.0).toList());
    try (ServedModel shop =
        new ServedModel(experiment.data, experiment.model, experiment.people, progress)) {
      experiment.ask(shop);
      json.putAll(experiment.figures(shop, ""));
      experiment.churn(shop);
      json.putAll(experiment.figures(shop, "_after_churn"));
    }
    json.putAll(experiment.folding());
    json.put("seed", request.seed());
    return json;
  }

  /* Until the JVM has compiled what is asked. */
  private void ask(ServedModel shop) {
    for (int i = 0; i < WARM_UP; i++) {
      for (int lots : LOTS_PASSING) {
        ServedLists.ask(shop.kindred(), data, people[i % people.length], filter(lots), 0, K);
      }
      progress.progress("warming up", i + 1, WARM_UP);
    }
  }

  private Map<String, Object> figures(ServedModel shop, String when) {
    List<Double> recall = new ArrayList<>();
    List<Double> median = new ArrayList<>();
    List<Double> p99 = new ArrayList<>();
    for (int lots : LOTS_PASSING) {
      double found = 0;
      double[] millis = new double[people.length];
      for (int p = 0; p < people.length; p++) {
        long start = System.nanoTime();
        int[] served = ServedLists.ask(shop.kindred(), data, people[p], filter(lots), 0, K);
        millis[p] = (System.nanoTime() - start) / 1e6;
        found += share(served, nearest(people[p], lots));
        progress.progress("asking, " + lots / 10.0 + " % pass", p + 1, people.length);
      }
      Arrays.sort(millis);
      recall.add(Rounding.of(found / people.length));
      median.add(Rounding.of(millis[millis.length / 2]));
      p99.add(Rounding.of(millis[(int) Math.ceil(0.99 * millis.length) - 1]));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("recall@" + K + when, recall);
    json.put("median_ms" + when, median);
    json.put("p99_ms" + when, p99);
    return json;
  }

  private static Optional<Filter> filter(int lots) {
    Filter.Bound below =
        new Filter.Bound.At(new Filter.Value.Numeric(BigDecimal.valueOf(lots)), false);
    return lots == ServedModel.LOTS
        ? Optional.empty()
        : Optional.of(new Filter.Range(ServedModel.LOT, new Filter.Bound.Open(), below));
  }

  /* The truth: all scores, best first, without what the person has and what was deleted. */
  private int[] nearest(int person, int lots) {
    float[][] scores = new float[1][data.items().size()];
    exact.score(new int[] {person}, scores);
    for (int item = 0; item < scores[0].length; item++) {
      if (ServedModel.lot(item) >= lots || deleted.get(item)) {
        scores[0][item] = Float.NEGATIVE_INFINITY;
      }
    }
    for (int item : data.train().itemsOf(person)) {
      scores[0][item] = Float.NEGATIVE_INFINITY;
    }
    return TopItems.of(scores[0], K);
  }

  private static double share(int[] served, int[] nearest) {
    Set<Integer> found = Arrays.stream(served).boxed().collect(Collectors.toSet());
    long both = Arrays.stream(nearest).filter(found::contains).count();
    return nearest.length == 0 ? 1 : both / (double) nearest.length;
  }

  /* Rounds in which some products change and some go, each round visible before the next. */
  private void churn(ServedModel shop) {
    SplittableRandom random = new SplittableRandom(request.seed());
    int each = (int) Math.ceil(CHURN_SHARE * data.items().size() / 2);
    for (int round = 0; round < CHURN_ROUNDS; round++) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < each; i++) {
        int changed = random.nextInt(data.items().size());
        if (!deleted.get(changed)) {
          Product before = ServedModel.product(data, changed);
          changes.add(new Change.PutProduct(before.toBuilder().description("again").build()));
        }
        int gone = random.nextInt(data.items().size());
        if (!deleted.get(gone)) {
          deleted.set(gone);
          changes.add(new Change.DeleteProduct(data.items().get(gone)));
        }
      }
      shop.kindred().write(changes);
      shop.settle();
      progress.progress("changing products", round + 1, CHURN_ROUNDS);
    }
  }

  /* A person with many events, on one thread. */
  private Map<String, Object> folding() {
    SplittableRandom random = new SplittableRandom(request.seed());
    int[] able =
        IntStream.range(0, model.items()).filter(i -> data.train().itemDegree(i) > 0).toArray();
    float[] confidences = new float[EVENTS];
    Arrays.fill(confidences, 1);
    double[] millis = new double[FOLDS];
    float checked = 0;
    for (int n = -FOLDS; n < FOLDS; n++) {
      List<float[]> factors = new ArrayList<>(EVENTS);
      for (int e = 0; e < EVENTS; e++) {
        factors.add(model.itemFactor(able[random.nextInt(able.length)]));
      }
      long start = System.nanoTime();
      float[] person = model.folder().fold(factors, confidences);
      if (n >= 0) {
        millis[n] = (System.nanoTime() - start) / 1e6;
      }
      checked += VectorMath.norm(person, 0, person.length);
    }
    if (!Float.isFinite(checked)) {
      throw new IllegalStateException("folding in gave " + checked);
    }
    Arrays.sort(millis);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("fold_in_events", EVENTS);
    json.put("fold_in_median_ms", Rounding.of(millis[FOLDS / 2]));
    json.put("fold_in_p99_ms", Rounding.of(millis[(int) (0.99 * FOLDS)]));
    return json;
  }
}
