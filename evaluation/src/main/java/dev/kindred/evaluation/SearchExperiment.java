package dev.kindred.evaluation;

import dev.kindred.engine.Settings;
import dev.kindred.indexer.meaning.MeaningSettings;
import dev.kindred.learn.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * How good the answers to judged queries are: imports a catalogue into a directory that is deleted
 * afterwards and asks the real engine.
 */
public final class SearchExperiment {
  private static final long SEED = 1;

  private SearchExperiment() {}

  /**
   * What to measure.
   *
   * @param products catalogue in any form that import takes
   * @param judgments lines of query, product id and grade
   * @param systems to compare, one or more
   * @param mostQueries how many of the queries are asked at most, drawn at random with seed 1; 1 or
   *     more
   * @param misspell seed; when given, every query is asked with one slip in it, see {@link
   *     Misspelling}
   * @param settings of the engine
   */
  public record Request(
      Path products,
      Path judgments,
      List<SearchSystem> systems,
      int mostQueries,
      OptionalLong misspell,
      Settings settings) {
    public Request {
      systems = systems.stream().distinct().toList();
      if (systems.isEmpty()) {
        throw new IllegalArgumentException("modes must be one or more, got none");
      }
      if (mostQueries < 1) {
        throw new IllegalArgumentException("queries must be >= 1, got " + mostQueries);
      }
    }

    boolean wordsOnly() {
      return systems.equals(List.of(SearchSystem.LEXICAL));
    }
  }

  /**
   * Runs it.
   *
   * @throws MalformedFileException if the judgments are not of their form, or no query has a
   *     relevant product
   */
  public static SearchComparison run(Request request, ProgressListener progress)
      throws IOException {
    Judgments judgments =
        Judgments.withAnswers(request.judgments()).drawn(request.mostQueries(), SEED);
    Settings settings =
        request.wordsOnly()
            ? request.settings().withMeaning(MeaningSettings.OFF)
            : request.settings();
    try (JudgedShop shop =
        JudgedShop.open(request.products(), settings, !request.wordsOnly(), progress)) {
      Map<SearchSystem, List<JudgedAnswer>> answers = new LinkedHashMap<>();
      for (SearchSystem system : request.systems()) {
        answers.put(system, askAll(shop, system, request, judgments, progress));
      }
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("products", shop.products());
      request
          .misspell()
          .ifPresent(seed -> {
            List<String> queries = judgments.queriesWithAnswer();
            facts.put(
                "misspelt", queries.stream().filter(q -> !asked(request, q).equals(q)).count());
            facts.put("seed", seed);
          });
      return new SearchComparison(answers, facts);
    }
  }

  private static List<JudgedAnswer> askAll(
      JudgedShop shop,
      SearchSystem system,
      Request request,
      Judgments judgments,
      ProgressListener progress) {
    List<String> queries = judgments.queriesWithAnswer();
    JudgedAnswer[] answers = new JudgedAnswer[queries.size()];
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, answers.length)
        .parallel()
        .forEach(q -> {
          String query = queries.get(q);
          answers[q] = shop.ask(system, query, asked(request, query), judgments.of(query));
          progress.progress("asking, " + system.label(), done.incrementAndGet(), answers.length);
        });
    return List.of(answers);
  }

  private static String asked(Request request, String query) {
    return request.misspell().isPresent()
        ? Misspelling.of(query, request.misspell().getAsLong())
        : query;
  }
}
