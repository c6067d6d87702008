package dev.kindred.evaluation;

import dev.kindred.analyzers.ContentFeatures;
import dev.kindred.learn.ContentPrior;
import dev.kindred.learn.FactorModel;
import dev.kindred.learn.LearnerSettings;
import dev.kindred.learn.Learners;
import dev.kindred.learn.ProgressListener;
import dev.kindred.model.FeatureVector;
import dev.kindred.model.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How well new products are recommended: some products lose all their interactions in training, and
 * the people who had them are asked about.
 *
 * <p>The factor of a product without interactions is predicted from its content by the map that
 * serving uses. Compared on the same people and products with chance, with popularity (of which a
 * new product has none) and with nearest neighbours in text: cosine between the TF-IDF vectors of
 * the candidate and of what the person had.
 */
public final class ColdStartExperiment {
  private static final int LONGEST = 20;
  private static final int NDCG_AT = 10;

  private ColdStartExperiment() {}

  /**
   * What to measure.
   *
   * @param coldShare of the products with interactions that lose them, above 0 and below 1
   * @param seed of the choice of these products
   */
  public record Request(
      Path products, Path events, double coldShare, LearnerSettings learner, long seed) {
    public Request {
      if (!(coldShare > 0 && coldShare < 1)) {
        throw new IllegalArgumentException(
            "cold share must be above 0 and below 1, got " + coldShare);
      }
    }
  }

  /**
   * Runs it.
   *
   * @return figures by name, to be written as one JSON object
   * @throws MalformedFileException if nobody in the events had a product of the catalogue
   */
  public static Map<String, Object> run(Request request, ProgressListener progress)
      throws IOException {
    Map<String, Product> catalogue = CatalogueFile.read(request.products());
    List<Preference> known =
        BehaviourFile.read(request.events()).stream()
            .filter(p -> catalogue.containsKey(p.item()))
            .toList();
    ColdSplit split = ColdSplit.of(List.copyOf(catalogue.keySet()), known, request);
    int[] people = split.people();
    if (people.length == 0) {
      throw new MalformedFileException(
          request.events() + " must have people with new and other products, got none");
    }
    ContentFeatures content = new ContentFeatures();
    List<FeatureVector> features = features(content, catalogue);
    Map<String, Object> json = new LinkedHashMap<>();
    measure("", kindred(split, features, request, progress), split, people, progress, json);
    json.put("users", people.length);
    json.put("cold_products", split.coldCount());
    json.put("products", catalogue.size());
    json.put("training_interactions", split.data().train().size());
    json.put("seed", request.seed());
    SplittableRandom random = new SplittableRandom(request.seed());
    float[] chance = new float[catalogue.size()];
    for (int item = 0; item < chance.length; item++) {
      chance[item] = random.nextFloat();
    }
    measure("random_", everybody(chance), split, people, progress, json);
    float[] degrees = new float[catalogue.size()];
    for (int item = 0; item < degrees.length; item++) {
      degrees[item] = split.data().train().itemDegree(item);
    }
    measure("popularity_", everybody(degrees), split, people, progress, json);
    ContentFeatures rare = content.weighted(content.inverseFrequencies(catalogue.values()));
    TextNeighbours text = new TextNeighbours(split.data().train(), features(rare, catalogue));
    measure("text_", text, split, people, progress, json);
    return json;
  }

  private static List<FeatureVector> features(
      ContentFeatures content, Map<String, Product> catalogue) {
    return catalogue.values().stream().map(content::of).toList();
  }

  private static Recommender kindred(
      ColdSplit split, List<FeatureVector> features, Request request, ProgressListener progress) {
    FactorModel model = Learners.learn(split.data().train(), request.learner(), progress);
    ContentPrior prior =
        ContentPrior.learn(model, split.data().train(), features, request.seed(), progress);
    float[] slab = model.slab().clone();
    for (int item = 0; item < model.items(); item++) {
      if (split.data().train().itemDegree(item) == 0) {
        float[] predicted = prior.predict(features.get(item));
        System.arraycopy(predicted, 0, slab, model.slabOffset(item), predicted.length);
      }
    }
    return new FactorRecommender(model.folder(), slab, split.data().train());
  }

  private static Recommender everybody(float[] scores) {
    return (people, rows) -> {
      for (float[] row : rows) {
        System.arraycopy(scores, 0, row, 0, scores.length);
      }
    };
  }

  /** Among the cold products alone, then among all that the person has not had. */
  private static void measure(
      String prefix,
      Recommender recommender,
      ColdSplit split,
      int[] people,
      ProgressListener progress,
      Map<String, Object> json) {
    boolean[] all = new boolean[split.cold().length];
    Arrays.fill(all, true);
    Map<String, boolean[]> candidates = new LinkedHashMap<>();
    candidates.put("", split.cold());
    candidates.put("_among_all", all);
    candidates.forEach((suffix, allowed) -> {
      int[][] lists =
          RankingOfPeople.top(split.data(), recommender, people, allowed, LONGEST, progress);
      RecommendFigures atTwenty = RecommendFigures.of(split.data(), people, lists, LONGEST);
      RecommendFigures atTen = RecommendFigures.of(split.data(), people, lists, NDCG_AT);
      json.put(prefix + "ndcg@" + NDCG_AT + suffix, Rounding.of(atTen.meanNdcg()));
      json.put(prefix + "recall@" + LONGEST + suffix, Rounding.of(atTwenty.meanRecall()));
    });
  }
}
