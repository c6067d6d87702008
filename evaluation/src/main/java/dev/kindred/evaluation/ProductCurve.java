package dev.kindred.evaluation;

import dev.kindred.analyzers.ContentFeatures;
import dev.kindred.learn.ContentPrior;
import dev.kindred.learn.FactorModel;
import dev.kindred.learn.Interactions;
import dev.kindred.learn.ItemPosterior;
import dev.kindred.learn.Learners;
import dev.kindred.learn.ProgressListener;
import dev.kindred.model.FeatureVector;
import dev.kindred.model.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How good recommendations of a product are after 0, 1, 2, ... people came to it, from its content
 * alone, from these people alone, and from both.
 *
 * <p>Some products lose all their interactions in training. Of each, the same people stay unseen at
 * all points and are asked about; the others come one after another. Ranked are these products
 * alone, all after equally many people. And the price: what products with many interactions lose
 * when their content is heard as well.
 */
public final class ProductCurve {
  private static final int[] LEVELS = {0, 1, 2, 5, 10, 20, 50};
  private static final int K = 10;
  private static final int FEWEST_PRODUCTS = 20;
  private static final int MOST_PRODUCTS = 400;
  private static final int ASKED_AT_LEAST = 5;
  private static final int WARM = 10;

  private final ColdStartExperiment.Request request;
  private final ProgressListener progress;
  private final SortedMap<String, Product> catalogue;
  private final List<FeatureVector> features;
  private final Map<String, List<Preference>> byProduct = new TreeMap<>();
  private final List<Preference> known;

  private ProductCurve(ColdStartExperiment.Request request, ProgressListener progress)
      throws IOException {
    this.request = request;
    this.progress = progress;
    this.catalogue = CatalogueFile.read(request.products());
    this.features = catalogue.values().stream().map(new ContentFeatures()::of).toList();
    this.known =
        BehaviourFile.read(request.events()).stream()
            .filter(p -> catalogue.containsKey(p.item()))
            .toList();
    known.stream()
        .filter(p -> p.confidence() > 0)
        .forEach(p -> byProduct.computeIfAbsent(p.item(), i -> new ArrayList<>()).add(p));
  }

  /**
   * Measures the curve.
   *
   * @return figures by name, to be written as one JSON object
   * @throws MalformedFileException if there are not enough products with some interactions
   */
  public static Map<String, Object> run(
      ColdStartExperiment.Request request, ProgressListener progress) throws IOException {
    ProductCurve curve = new ProductCurve(request, progress);
    Map<String, Object> json = curve.points();
    curve.warm(json);
    return json;
  }

  private Map<String, Object> points() throws IOException {
    int[] levels = levels();
    int last = levels[levels.length - 1];
    List<String> cold = cold(last);
    Map<String, List<Preference>> coming = new TreeMap<>();
    List<Preference> asked = new ArrayList<>();
    Random random = new Random(request.seed());
    for (String product : cold) {
      List<Preference> its = new ArrayList<>(byProduct.getOrDefault(product, List.of()));
      Collections.shuffle(its, random);
      coming.put(product, its.subList(0, last));
      asked.addAll(its.subList(last, its.size()));
    }
    List<Preference> train = known.stream().filter(p -> !coming.containsKey(p.item())).toList();
    List<Preference> shown = new ArrayList<>(train);
    coming.values().forEach(shown::addAll);
    /* Both number people and items alike: the same ids are in both. */
    HeldOut learned = HeldOut.of(List.copyOf(catalogue.keySet()), train, union(asked, coming));
    HeldOut ranked = HeldOut.of(List.copyOf(catalogue.keySet()), shown, asked);
    FactorModel model = Learners.learn(learned.train(), request.learner(), progress);
    ContentPrior prior =
        ContentPrior.learn(model, learned.train(), features, request.seed(), progress);
    int[] people =
        Arrays.stream(RankingOfPeople.judged(ranked))
            .filter(p -> learned.train().personDegree(p) > 0)
            .toArray();
    Lists lists = new Lists(model, learned.train(), ranked, people, allowed(cold));
    List<Double> content = new ArrayList<>();
    List<Double> behaviour = new ArrayList<>();
    List<Double> both = new ArrayList<>();
    for (int level : levels) {
      List<Evidence> evidence = evidence(model, learned, coming, level);
      content.add(lists.ndcg(slab(model, prior, evidence, Source.CONTENT)));
      behaviour.add(lists.ndcg(slab(model, prior, evidence, Source.BEHAVIOUR)));
      both.add(lists.ndcg(slab(model, prior, evidence, Source.BOTH)));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("interactions", Arrays.stream(levels).boxed().toList());
    json.put("both_ndcg@" + K, both);
    json.put("content_ndcg@" + K, content);
    json.put("behaviour_ndcg@" + K, behaviour);
    json.put("users", people.length);
    json.put("cold_products", cold.size());
    json.put("products", catalogue.size());
    json.put("seed", request.seed());
    return json;
  }

  private enum Source {
    CONTENT,
    BEHAVIOUR,
    BOTH
  }

  /* The first people of each cold product: their factors and confidences. */
  private record Evidence(int item, List<float[]> people, float[] confidences) {}

  private static List<Preference> union(
      List<Preference> asked, Map<String, List<Preference>> coming) {
    List<Preference> all = new ArrayList<>(asked);
    coming.values().forEach(all::addAll);
    return all;
  }

  /* Those points for which there are enough products. */
  private int[] levels() throws MalformedFileException {
    int[] levels =
        Arrays.stream(LEVELS)
            .filter(level ->
                byProduct.values().stream()
                        .filter(its -> its.size() >= level + ASKED_AT_LEAST)
                        .count()
                    >= FEWEST_PRODUCTS)
            .toArray();
    if (levels.length < 2) {
      throw new MalformedFileException(
          request.events()
              + " must have "
              + FEWEST_PRODUCTS
              + " products of the catalogue with "
              + (LEVELS[1] + ASKED_AT_LEAST)
              + " people or more");
    }
    return levels;
  }

  private List<String> cold(int last) {
    List<String> able = new ArrayList<>();
    byProduct.forEach((product, its) -> {
      if (its.size() >= last + ASKED_AT_LEAST) {
        able.add(product);
      }
    });
    Collections.shuffle(able, new Random(request.seed()));
    int share = (int) Math.ceil(able.size() * request.coldShare());
    int size = Math.clamp(share, Math.min(FEWEST_PRODUCTS / 2, able.size()), MOST_PRODUCTS);
    return able.subList(0, size).stream().sorted().toList();
  }

  private boolean[] allowed(List<String> cold) {
    boolean[] allowed = new boolean[catalogue.size()];
    int item = 0;
    for (String id : catalogue.keySet()) {
      allowed[item++] = Collections.binarySearch(cold, id) >= 0;
    }
    return allowed;
  }

  private List<Evidence> evidence(
      FactorModel model, HeldOut data, Map<String, List<Preference>> coming, int level) {
    FactorRecommender folding = new FactorRecommender(model, data.train());
    List<Evidence> all = new ArrayList<>();
    coming.forEach((product, its) -> {
      List<float[]> people = new ArrayList<>();
      float[] confidences = new float[level];
      for (int i = 0; i < level; i++) {
        people.add(folding.fold(Collections.binarySearch(data.people(), its.get(i).user())));
        confidences[i] = its.get(i).confidence();
      }
      int item = Collections.binarySearch(data.items(), product);
      all.add(new Evidence(item, people, confidences));
    });
    return all;
  }

  private float[] slab(
      FactorModel model, ContentPrior prior, List<Evidence> evidence, Source source) {
    float[] slab = model.slab().clone();
    for (Evidence of : evidence) {
      float[] expected = prior.predict(features.get(of.item()));
      float[] factor =
          switch (source) {
            case CONTENT -> expected;
            case BEHAVIOUR ->
                model
                    .posterior()
                    .combine(new float[model.factors()], of.people(), of.confidences());
            case BOTH -> prior.posterior(model).combine(expected, of.people(), of.confidences());
          };
      System.arraycopy(factor, 0, slab, model.slabOffset(of.item()), factor.length);
    }
    return slab;
  }

  /* Lists of the cold products for everybody who is asked. */
  private final class Lists {
    private final FactorModel model;
    private final Interactions train;
    private final HeldOut ranked;
    private final int[] people;
    private final boolean[] allowed;

    Lists(FactorModel model, Interactions train, HeldOut ranked, int[] people, boolean[] allowed) {
      this.model = model;
      this.train = train;
      this.ranked = ranked;
      this.people = people;
      this.allowed = allowed;
    }

    double ndcg(float[] slab) {
      FactorRecommender recommender = new FactorRecommender(model.folder(), slab, train);
      int[][] lists = RankingOfPeople.top(ranked, recommender, people, allowed, K, progress);
      return Rounding.of(RecommendFigures.of(ranked, people, lists, K).meanNdcg());
    }
  }

  /* Everybody's last fifth, with factors as learned and as served; warm has ten people or more. */
  private void warm(Map<String, Object> json) {
    Split split = Split.lastFifth(known, request.seed());
    HeldOut data = HeldOut.of(List.copyOf(catalogue.keySet()), split.train(), split.test());
    FactorModel model = Learners.learn(data.train(), request.learner(), progress);
    ContentPrior prior =
        ContentPrior.learn(model, data.train(), features, request.seed(), progress);
    int[] people = RankingOfPeople.judged(data);
    boolean[] warm = new boolean[catalogue.size()];
    boolean[] all = new boolean[catalogue.size()];
    Arrays.fill(all, true);
    for (int item = 0; item < warm.length; item++) {
      warm[item] = data.train().itemDegree(item) >= WARM;
    }
    float[] served = ItemPosterior.slab(model, data.train(), prior, features);
    Lists among = new Lists(model, data.train(), data, people, warm);
    json.put("warm_learned_ndcg@" + K, among.ndcg(model.slab()));
    json.put("warm_served_ndcg@" + K, among.ndcg(served));
    Lists everything = new Lists(model, data.train(), data, people, all);
    json.put("learned_ndcg@" + K, everything.ndcg(model.slab()));
    json.put("served_ndcg@" + K, everything.ndcg(served));
  }
}
