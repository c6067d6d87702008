package dev.kindred.evaluation;

import dev.kindred.engine.Answer;
import dev.kindred.engine.Audience;
import dev.kindred.engine.DataDirectory;
import dev.kindred.engine.Hit;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.Page;
import dev.kindred.engine.SearchRequest;
import dev.kindred.engine.SearchRequest.Mode;
import dev.kindred.engine.Settings;
import dev.kindred.indexer.ingest.ImportListener;
import dev.kindred.indexer.ingest.ImportOptions;
import dev.kindred.indexer.ingest.Importer;
import dev.kindred.indexer.ingest.RecordKind;
import dev.kindred.indexer.ingest.Source;
import dev.kindred.indexer.meaning.MeaningSettings;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * How good the answers to judged queries are: imports a catalogue into a directory that is deleted
 * afterwards and asks the real engine.
 */
public final class SearchExperiment {
  private static final int K = 10;
  private static final int PAGE = 100;
  private static final int DEEPEST = 1_000;
  private static final Duration LONG = Duration.ofHours(1);

  private SearchExperiment() {}

  /**
   * What to measure.
   *
   * @param products catalogue in any form that import takes
   * @param judgments lines of query, product id and grade
   * @param modes to compare, one or more
   * @param misspell seed; when given, every query is asked with one slip in it, see {@link
   *     Misspelling}
   * @param settings of the engine
   */
  public record Request(
      Path products, Path judgments, List<Mode> modes, OptionalLong misspell, Settings settings) {
    public Request {
      modes = List.copyOf(modes);
      if (modes.isEmpty()) {
        throw new IllegalArgumentException("modes must be one or more, got none");
      }
    }
  }

  /**
   * Runs it.
   *
   * @return figures by name, to be written as one JSON object
   * @throws MalformedFileException if the judgments are not of their form, or no query has a
   *     relevant product
   */
  public static Map<String, Object> run(Request request, ProgressListener progress)
      throws IOException {
    Judgments judgments = Judgments.read(request.judgments());
    List<String> queries = judgments.queriesWithAnswer();
    if (queries.isEmpty()) {
      throw new MalformedFileException(
          request.judgments() + " must have a query with a grade above 0, got none");
    }
    try (TemporaryFolder folder = new TemporaryFolder("kindred-evaluate-search")) {
      long products = importProducts(folder.path(), request.products(), progress);
      progress.progress("indexing", 0, 1);
      try (Kindred kindred = Kindred.open(folder.path(), settings(request))) {
        if (!kindred.awaitVisible(kindred.store().sequence(), LONG)) {
          throw new IllegalStateException("indexing took longer than " + LONG);
        }
        progress.progress("indexing", 1, 1);
        awaitMeaning(kindred, request.modes(), progress);
        Map<Mode, List<QueryFigures>> figures = new LinkedHashMap<>();
        for (Mode mode : request.modes()) {
          figures.put(mode, askAll(kindred, mode, request, judgments, progress));
        }
        Map<String, Object> json = SideBySide.json(figures, K);
        json.put("products", products);
        request
            .misspell()
            .ifPresent(seed -> {
              json.put(
                  "misspelt", queries.stream().filter(q -> !asked(request, q).equals(q)).count());
              json.put("seed", seed);
            });
        return json;
      }
    }
  }

  private static List<QueryFigures> askAll(
      Kindred kindred, Mode mode, Request request, Judgments judgments, ProgressListener progress) {
    List<String> queries = judgments.queriesWithAnswer();
    QueryFigures[] figures = new QueryFigures[queries.size()];
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, figures.length)
        .parallel()
        .forEach(q -> {
          String query = queries.get(q);
          figures[q] = ask(kindred, mode, asked(request, query), judgments.of(query));
          progress.progress(
              "asking, " + SideBySide.name(mode), done.incrementAndGet(), figures.length);
        });
    return List.of(figures);
  }

  /** Without meaning where no mode needs it. */
  private static Settings settings(Request request) {
    return request.modes().equals(List.of(Mode.LEXICAL))
        ? request.settings().withMeaning(MeaningSettings.OFF)
        : request.settings();
  }

  private static void awaitMeaning(Kindred kindred, List<Mode> modes, ProgressListener progress) {
    if (!modes.equals(List.of(Mode.LEXICAL))) {
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

  private static String asked(Request request, String query) {
    return request.misspell().isPresent()
        ? Misspelling.of(query, request.misspell().getAsLong())
        : query;
  }

  /** Pages on until enough judged products were seen for the condensed list. */
  private static QueryFigures ask(
      Kindred kindred, Mode mode, String query, Map<String, Integer> grades) {
    List<Integer> ranked = new ArrayList<>();
    double millis = 0;
    int judged = 0;
    Optional<Page> page = Optional.of(Page.first(PAGE));
    while (page.isPresent() && ranked.size() < DEEPEST && judged < K) {
      Answer answer = kindred.search(request(query, mode, page.get()));
      millis = ranked.isEmpty() ? answer.tookMillis() : millis;
      for (Hit hit : answer.hits()) {
        int grade = grades.getOrDefault(hit.product().id(), Metrics.UNJUDGED);
        judged += grade == Metrics.UNJUDGED ? 0 : 1;
        ranked.add(grade);
      }
      page = answer.cursor().map(cursor -> Page.at(cursor, PAGE));
    }
    return QueryFigures.of(
        ranked.stream().mapToInt(g -> g).toArray(),
        grades.values().stream().mapToInt(g -> g).toArray(),
        K,
        millis);
  }

  private static SearchRequest request(String query, Mode mode, Page page) {
    return new SearchRequest(
        query,
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
}
