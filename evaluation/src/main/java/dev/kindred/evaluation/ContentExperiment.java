package dev.kindred.evaluation;

import dev.kindred.indexer.ingest.FileRecords;
import dev.kindred.learn.ContentPrior;
import dev.kindred.learn.FactorModel;
import dev.kindred.learn.LearnerSettings;
import dev.kindred.learn.Learners;
import dev.kindred.learn.ProgressListener;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.FeatureVector;
import dev.kindred.model.Product;
import dev.kindred.model.Review;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the features of content are worth for new products: the words of what the shop says, what
 * the engine makes of them, what titles state, and what reviews say.
 *
 * <p>Products are dealt into folds, and each fold in turn loses its behaviour. Factors are learned
 * from the rest once, and for each way to make features a map from these to the factors; all ways
 * rank the same cold products for the same people. What one person gets is averaged over all folds
 * and seeds, and compared person by person. See {@link ReviewedSplit} for whose reviews are known.
 */
public final class ContentExperiment {
  private static final int LONGEST = 20;
  private static final int NDCG_AT = 10;
  private static final long HALVES = 7_000_021;

  private ContentExperiment() {}

  /** Which half of the products may be cold: one to choose settings with, one to report. */
  public enum Part {
    DEVELOPMENT,
    TEST
  }

  /**
   * What to measure.
   *
   * @param reviews file of them; none for a shop without
   * @param aspects whether to read them for aspects, too
   * @param without names of attributes that are left out, because a new product cannot have them
   * @param folds that the part's products are dealt into, 2 or more
   * @param seeds how often all of it is repeated with other folds and writers, 1 or more
   */
  public record Request(
      Path products,
      Path events,
      Optional<Path> reviews,
      boolean aspects,
      Set<String> without,
      Part part,
      int folds,
      int seeds,
      LearnerSettings learner) {
    public Request {
      without = Set.copyOf(without);
      if (folds < 2) {
        throw new IllegalArgumentException("folds must be >= 2, got " + folds);
      }
      if (seeds < 1) {
        throw new IllegalArgumentException("seeds must be >= 1, got " + seeds);
      }
    }
  }

  /**
   * Runs it.
   *
   * @return figures by name, to be written as one JSON object
   * @throws MalformedFileException if nobody can be asked
   */
  public static Map<String, Object> run(Request request, ProgressListener progress)
      throws IOException {
    SortedMap<String, Product> catalogue = catalogue(request);
    List<Review> reviews = new ArrayList<>();
    if (request.reviews().isPresent()) {
      FileRecords.reviews(request.reviews().get(), reviews::add);
    }
    List<Preference> known =
        BehaviourFile.read(request.events()).stream()
            .filter(p -> catalogue.containsKey(p.item()))
            .toList();
    ContentKinds kinds = new ContentKinds(catalogue.values(), reviews, request.aspects());
    PairedGains gains = new PairedGains();
    int done = 0;
    for (int seed = 1; seed <= request.seeds(); seed++) {
      for (Set<String> cold : folds(known, request, seed)) {
        SplittableRandom random = new SplittableRandom(31L * seed + done);
        ReviewedSplit split =
            ReviewedSplit.of(List.copyOf(catalogue.keySet()), known, reviews, cold, random);
        measure(split, catalogue, kinds, request, gains);
        progress.progress("folds", ++done, request.seeds() * request.folds());
      }
    }
    if (gains.isEmpty()) {
      throw new MalformedFileException(
          request.events() + " must have people with new and other products, got none");
    }
    Map<String, Object> json = new LinkedHashMap<>();
    gains.putMeans("_ndcg@" + NDCG_AT, json);
    gains.compareAll(ContentKinds.WORDS, json);
    gains.compare(ContentKinds.REVIEWS, ContentKinds.CONTENT, json);
    gains.compare(ContentKinds.REVIEWS, ContentKinds.COUNT, json);
    json.put("people", gains.people());
    json.put("folds", request.folds());
    json.put("seeds", request.seeds());
    json.put("part", request.part().name().toLowerCase(Locale.ROOT));
    return json;
  }

  private static SortedMap<String, Product> catalogue(Request request) throws IOException {
    SortedMap<String, Product> catalogue = new TreeMap<>();
    for (Product product : CatalogueFile.read(request.products()).values()) {
      Map<String, AttributeValue> attributes = new LinkedHashMap<>(product.attributes());
      attributes.keySet().removeAll(request.without());
      catalogue.put(product.id(), product.toBuilder().attributes(attributes).build());
    }
    return catalogue;
  }

  /** Liked products of the part, dealt at random. */
  private static List<Set<String>> folds(List<Preference> known, Request request, int seed) {
    Set<String> liked = new TreeSet<>();
    known.stream().filter(p -> p.confidence() > 0).forEach(p -> liked.add(p.item()));
    List<String> part =
        new ArrayList<>(liked.stream().filter(id -> partOf(id) == request.part()).toList());
    Collections.shuffle(part, new Random(seed));
    List<Set<String>> folds = new ArrayList<>();
    for (int fold = 0; fold < request.folds(); fold++) {
      folds.add(new HashSet<>());
    }
    for (int i = 0; i < part.size(); i++) {
      folds.get(i % folds.size()).add(part.get(i));
    }
    return folds;
  }

  private static Part partOf(String id) {
    boolean first = new SplittableRandom(HALVES + 31L * id.hashCode()).nextDouble() < 0.5;
    return first ? Part.DEVELOPMENT : Part.TEST;
  }

  private static void measure(
      ReviewedSplit split,
      SortedMap<String, Product> catalogue,
      ContentKinds kinds,
      Request request,
      PairedGains gains) {
    int[] people = split.people();
    if (people.length == 0) {
      return;
    }
    ProgressListener quiet = (phase, done, total) -> {};
    FactorModel model = Learners.learn(split.data().train(), request.learner(), quiet);
    kinds
        .byName()
        .forEach((name, kind) -> {
          List<FeatureVector> features =
              catalogue.values().stream()
                  .map(p -> kind.apply(p, split.reviews().getOrDefault(p.id(), List.of())))
                  .toList();
          ContentPrior prior = ContentPrior.learn(model, split.data().train(), features, 1, quiet);
          float[] slab = model.slab().clone();
          for (int item = 0; item < model.items(); item++) {
            if (split.data().train().itemDegree(item) == 0) {
              float[] predicted = prior.predict(features.get(item));
              System.arraycopy(predicted, 0, slab, model.slabOffset(item), predicted.length);
            }
          }
          Recommender ranked = new FactorRecommender(model.folder(), slab, split.data().train());
          add(name, ranked, split, people, gains);
        });
    if (request.reviews().isPresent()) {
      add("most_reviewed_alone", mostReviewed(split), split, people, gains);
    }
  }

  private static Recommender mostReviewed(ReviewedSplit split) {
    List<String> items = split.data().items();
    float[] counts = new float[items.size()];
    for (int item = 0; item < counts.length; item++) {
      counts[item] = split.reviews().getOrDefault(items.get(item), List.of()).size();
    }
    return (people, rows) -> {
      for (float[] row : rows) {
        System.arraycopy(counts, 0, row, 0, counts.length);
      }
    };
  }

  private static void add(
      String name, Recommender recommender, ReviewedSplit split, int[] people, PairedGains gains) {
    int[][] lists =
        RankingOfPeople.top(
            split.data(), recommender, people, split.cold(), LONGEST, (phase, done, total) -> {});
    double[] ndcg = RecommendFigures.of(split.data(), people, lists, NDCG_AT).ndcg();
    for (int p = 0; p < people.length; p++) {
      gains.add(name, split.data().people().get(people[p]), ndcg[p]);
    }
  }
}
