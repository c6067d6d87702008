package dev.kindred.evaluation;

import dev.kindred.engine.Answer;
import dev.kindred.engine.Audience;
import dev.kindred.engine.DataDirectory;
import dev.kindred.engine.Hit;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.Page;
import dev.kindred.engine.RankingWeights;
import dev.kindred.engine.SearchRequest;
import dev.kindred.engine.SearchRequest.Mode;
import dev.kindred.engine.Settings;
import dev.kindred.evaluation.RankFusion.Ranked;
import dev.kindred.indexer.ingest.ImportListener;
import dev.kindred.indexer.ingest.ImportOptions;
import dev.kindred.indexer.ingest.Importer;
import dev.kindred.indexer.ingest.RecordKind;
import dev.kindred.indexer.ingest.Source;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A catalogue in a directory that is deleted afterwards, served by the real engine. */
final class JudgedShop implements AutoCloseable {
  private static final int K = 10;
  private static final int PAGE = 100;
  private static final int DEEPEST = 1_000;
  private static final int FUSED = 300;
  private static final int MOST_MISSING = 10;
  private static final Duration LONG = Duration.ofHours(1);

  private final TemporaryFolder folder;
  private final Kindred kindred;
  private final RankingWeights weights;
  private final long products;

  private JudgedShop(
      TemporaryFolder folder, Kindred kindred, RankingWeights weights, long products) {
    this.folder = folder;
    this.kindred = kindred;
    this.weights = weights;
    this.products = products;
  }

  /**
   * Imports a catalogue and waits until it can be searched.
   *
   * @param meaning whether also by meaning
   */
  static JudgedShop open(Path file, Settings settings, boolean meaning, ProgressListener progress)
      throws IOException {
    TemporaryFolder folder = new TemporaryFolder("kindred-evaluate-search");
    try {
      long products = importProducts(folder.path(), file, progress);
      progress.progress("indexing", 0, 1);
      Kindred kindred = Kindred.open(folder.path(), settings);
      JudgedShop shop = new JudgedShop(folder, kindred, settings.ranking(), products);
      try {
        shop.await(meaning, progress);
        return shop;
      } catch (RuntimeException e) {
        kindred.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private void await(boolean meaning, ProgressListener progress) {
    if (!kindred.awaitVisible(kindred.store().sequence(), LONG)) {
      throw new IllegalStateException("indexing took longer than " + LONG);
    }
    progress.progress("indexing", 1, 1);
    if (meaning) {
      progress.progress("embedding", 0, 1);
      if (!kindred.awaitMeaning(kindred.store().sequence(), LONG)) {
        throw new IllegalStateException("no search by meaning: " + kindred.status().semantic());
      }
      progress.progress("embedding", 1, 1);
    }
  }

  private static long importProducts(Path folder, Path file, ProgressListener progress)
      throws IOException {
    try (Store store = new DataDirectory(folder).openStore();
        Source source = Source.open(file)) {
      ImportListener listener =
          new ImportListener() {
            @Override
            public void begins(String format, List<String> mapping) {}

            @Override
            public void progress(long bytes, OptionalLong total, long records, long rejected) {
              progress.progress("importing, KiB", kib(bytes), kib(total.orElse(0)));
            }
          };
      new Importer(store::apply, Settings.DEFAULTS.clock(), listener)
          .run(RecordKind.PRODUCTS, source, ImportOptions.plain());
      return store.counts().products();
    }
  }

  private static int kib(long bytes) {
    return (int) (bytes >> 10);
  }

  /** How many products it has. */
  long products() {
    return products;
  }

  /**
   * What a system answers to a judged query.
   *
   * @param query as judged
   * @param asked the query that is asked, which may be misspelt
   */
  JudgedAnswer ask(SearchSystem system, String query, String asked, Map<String, Integer> grades) {
    long start = System.nanoTime();
    List<Ranked> ranked =
        switch (system) {
          case LEXICAL -> list(asked, Mode.LEXICAL, weights, grades);
          case SEMANTIC -> list(asked, Mode.SEMANTIC, weights, grades);
          case HYBRID -> list(asked, Mode.HYBRID, weights, grades);
          case RRF -> RankFusion.reciprocal(both(asked));
          case MINMAX -> RankFusion.minMax(both(asked));
        };
    double millis = (System.nanoTime() - start) / 1e6;
    return new JudgedAnswer(
        query, figures(ranked, grades, millis), shown(ranked, grades), missing(ranked, grades));
  }

  /** The same of the hybrid system with other weights, figures only. */
  QueryFigures ask(String query, RankingWeights others, Map<String, Integer> grades) {
    return figures(list(query, Mode.HYBRID, others, grades), grades, 0);
  }

  private static QueryFigures figures(
      List<Ranked> ranked, Map<String, Integer> grades, double millis) {
    return QueryFigures.of(
        ranked.stream().mapToInt(r -> grade(grades, r.id())).toArray(),
        grades.values().stream().mapToInt(g -> g).toArray(),
        K,
        millis);
  }

  private static int grade(Map<String, Integer> grades, String id) {
    return grades.getOrDefault(id, Metrics.UNJUDGED);
  }

  private static List<JudgedAnswer.Shown> shown(List<Ranked> ranked, Map<String, Integer> grades) {
    return ranked.stream()
        .limit(K)
        .map(r -> new JudgedAnswer.Shown(r.id(), r.title(), grade(grades, r.id()), 0))
        .toList();
  }

  /** Relevant products that are not among the first ten, the most relevant first. */
  private List<JudgedAnswer.Shown> missing(List<Ranked> ranked, Map<String, Integer> grades) {
    List<String> ids = ranked.stream().map(Ranked::id).toList();
    return grades.entrySet().stream()
        .filter(g -> g.getValue() > 0)
        .filter(g -> !ids.subList(0, Math.min(K, ids.size())).contains(g.getKey()))
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_MISSING)
        .map(g ->
            new JudgedAnswer.Shown(
                g.getKey(),
                kindred.product(g.getKey()).map(p -> p.title()).orElse("(not in the catalogue)"),
                g.getValue(),
                ids.indexOf(g.getKey()) + 1))
        .toList();
  }

  /** The lists by words and by meaning. */
  private List<List<Ranked>> both(String query) {
    return List.of(first(query, Mode.LEXICAL), first(query, Mode.SEMANTIC));
  }

  private List<Ranked> first(String query, Mode mode) {
    return ranked(kindred.search(request(query, mode, Page.first(FUSED))));
  }

  /** Pages on until enough judged products were seen for the condensed list. */
  private List<Ranked> list(
      String query, Mode mode, RankingWeights others, Map<String, Integer> grades) {
    List<Ranked> ranked = new ArrayList<>();
    Optional<Page> page = Optional.of(Page.first(PAGE));
    long judged = 0;
    while (page.isPresent() && ranked.size() < DEEPEST && judged < K) {
      Answer answer = kindred.search(request(query, mode, page.get()), others);
      ranked.addAll(ranked(answer));
      judged = ranked.stream().filter(r -> grades.containsKey(r.id())).count();
      page = answer.cursor().map(cursor -> Page.at(cursor, PAGE));
    }
    return ranked;
  }

  private static List<Ranked> ranked(Answer answer) {
    List<Ranked> ranked = new ArrayList<>();
    for (Hit hit : answer.hits()) {
      ranked.add(new Ranked(hit.product().id(), hit.product().title(), hit.score()));
    }
    return ranked;
  }

  private static SearchRequest request(String query, Mode mode, Page page) {
    return new SearchRequest(
        query,
        Optional.empty(),
        Audience.NOBODY,
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        page,
        mode,
        true,
        false,
        false);
  }

  @Override
  public void close() throws IOException {
    kindred.close();
    folder.close();
  }
}
