package dev.kindred.evaluation;

import dev.kindred.engine.Answer;
import dev.kindred.engine.Audience;
import dev.kindred.engine.DataDirectory;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.Page;
import dev.kindred.engine.RankingWeights;
import dev.kindred.engine.SearchRequest;
import dev.kindred.engine.SearchRequest.Mode;
import dev.kindred.engine.Settings;
import dev.kindred.indexer.ingest.FileRecords;
import dev.kindred.indexer.meaning.MeaningSettings;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.ProgressListener;
import dev.kindred.model.Event;
import dev.kindred.model.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Whether taste helps somebody who searches broadly: people's newest purchases (or films with four
 * stars or more) are held out, Kindred learns from what they did before, and each person asks one
 * broad query made from one of their held-out products.
 *
 * <p>Compared are the same engine without taste (plain), without popularity and number of reviews
 * as well (words), without taste but with much popularity, and with taste. Products that the person
 * has already are taken out of all answers.
 */
public final class PersonalizedSearchExperiment {
  private static final int K = 10;
  private static final int DEPTH = 300;
  private static final int BATCH = 2_000;
  private static final int SAMPLES = 5_000;
  private static final double POPULARITY_BOOST = 0.35;
  private static final Duration LONG = Duration.ofHours(1);

  private PersonalizedSearchExperiment() {}

  /**
   * What to measure.
   *
   * @param query what the broad queries are made from; without it categories where products have
   *     them, else genres, else head nouns
   * @param people to ask at most, chosen at random, 1 or more
   */
  public record Request(
      Path products,
      Path events,
      Optional<BroadQuery> query,
      int people,
      long seed,
      Settings settings) {
    public Request {
      if (people < 1) {
        throw new IllegalArgumentException("people must be >= 1, got " + people);
      }
    }
  }

  /** How good one answer is. */
  private record Figures(double reciprocalRank, double ndcg) {}

  /**
   * Runs it.
   *
   * @return figures by name, to be written as one JSON object
   * @throws MalformedFileException if nobody has products to be held out
   */
  public static Map<String, Object> run(Request request, ProgressListener progress)
      throws IOException {
    Map<String, Product> catalogue = CatalogueFile.read(request.products());
    List<Event> events = new ArrayList<>();
    FileRecords.events(request.events(), events::add);
    BroadQuery from = request.query().orElseGet(() -> usual(catalogue));
    Wishes wishes = Wishes.of(catalogue, events, from, request.people(), request.seed());
    if (wishes.asked().isEmpty()) {
      throw new MalformedFileException(
          request.events() + " must have people with five products or more, got none");
    }
    Settings settings = request.settings().withMeaning(MeaningSettings.OFF);
    RankingWeights usual = settings.ranking();
    Map<String, RankingWeights> systems = new LinkedHashMap<>();
    RankingWeights plain = usual.withPersonal(0);
    systems.put("plain_", plain);
    systems.put("words_", plain.withPopularity(0).withReviewCount(0));
    systems.put("popularity_", plain.withPopularity(POPULARITY_BOOST));
    systems.put("", usual);
    try (TemporaryFolder folder = new TemporaryFolder("kindred-evaluate-personalized")) {
      fill(folder.path(), catalogue, wishes, progress);
      try (Kindred kindred = Kindred.open(folder.path(), settings)) {
        kindred.train((step, done) -> progress.progress(step, (int) Math.round(100 * done), 100));
      }
      Map<String, List<Figures>> figures = new LinkedHashMap<>();
      for (Map.Entry<String, RankingWeights> system : systems.entrySet()) {
        try (Kindred kindred =
            Kindred.open(folder.path(), settings.withRanking(system.getValue()))) {
          kindred.awaitVisible(kindred.store().sequence(), LONG);
          figures.put(system.getKey(), ask(kindred, wishes.asked(), progress));
        }
      }
      Map<String, Object> json = json(figures, request.seed());
      json.put("people", wishes.asked().size());
      json.put("queries", wishes.asked().stream().map(Wishes.Asked::query).distinct().count());
      json.put("query_from", from.name().toLowerCase(java.util.Locale.ROOT));
      json.put("seed", request.seed());
      return json;
    }
  }

  private static BroadQuery usual(Map<String, Product> catalogue) {
    return Stream.of(BroadQuery.values())
        .filter(from -> catalogue.values().stream().anyMatch(p -> from.of(p).isPresent()))
        .findFirst()
        .orElse(BroadQuery.HEAD);
  }

  private static void fill(
      Path folder, Map<String, Product> catalogue, Wishes wishes, ProgressListener progress) {
    try (Store store = new DataDirectory(folder).openStore()) {
      List<Change> changes =
          Stream.concat(
                  catalogue.values().stream().<Change>map(Change.PutProduct::new),
                  wishes.before().stream().<Change>map(Change.AddEvent::new))
              .toList();
      for (int done = 0; done < changes.size(); done += BATCH) {
        store.apply(changes.subList(done, Math.min(done + BATCH, changes.size())));
        progress.progress("writing", done, changes.size());
      }
    }
  }

  private static List<Figures> ask(
      Kindred kindred, List<Wishes.Asked> asked, ProgressListener progress) {
    List<Figures> figures = new ArrayList<>();
    for (Wishes.Asked each : asked) {
      figures.add(figures(kindred.search(request(each)), each));
      progress.progress("asking", figures.size(), asked.size());
    }
    return figures;
  }

  private static SearchRequest request(Wishes.Asked asked) {
    return new SearchRequest(
        asked.query(),
        Optional.empty(),
        new Audience(Optional.of(asked.person()), List.of(), List.of()),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Page.first(DEPTH),
        Mode.LEXICAL,
        true,
        true,
        false);
  }

  private static Figures figures(Answer answer, Wishes.Asked asked) {
    int[] ranked =
        answer.hits().stream()
            .map(hit -> hit.product().id())
            .filter(id -> !asked.had().contains(id))
            .mapToInt(id -> asked.wanted().contains(id) ? 1 : 0)
            .toArray();
    int[] judged = new int[asked.wanted().size()];
    Arrays.fill(judged, 1);
    return new Figures(Metrics.reciprocalRank(ranked), Metrics.ndcg(ranked, judged, K));
  }

  private static Map<String, Object> json(Map<String, List<Figures>> figures, long seed) {
    Map<String, Object> json = new LinkedHashMap<>();
    figures.forEach((system, list) -> {
      put(json, system + "mrr", column(list, Figures::reciprocalRank), seed);
      put(json, system + "ndcg@" + K, column(list, Figures::ndcg), seed);
    });
    double[] personal = column(figures, "");
    double[] plain = column(figures, "plain_");
    double[] popular = column(figures, "popularity_");
    json.put("mrr_gain", Rounding.of(mean(personal) / mean(plain) - 1));
    json.put("mrr_gain_over_popularity", Rounding.of(mean(personal) / mean(popular) - 1));
    json.put("p_value", Significance.pairedRandomisation(personal, plain, SAMPLES, seed));
    json.put(
        "p_value_over_popularity",
        Significance.pairedRandomisation(personal, popular, SAMPLES, seed));
    return json;
  }

  private static void put(Map<String, Object> json, String name, double[] values, long seed) {
    Significance.Interval interval = Significance.bootstrap(values, 0.95, SAMPLES, seed);
    json.put(name, Rounding.of(mean(values)));
    json.put(name + "_95%", List.of(Rounding.of(interval.low()), Rounding.of(interval.high())));
  }

  private static double[] column(Map<String, List<Figures>> figures, String system) {
    return column(figures.getOrDefault(system, List.of()), Figures::reciprocalRank);
  }

  private static double[] column(List<Figures> figures, ToDoubleFunction<Figures> of) {
    return figures.stream().mapToDouble(of).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
