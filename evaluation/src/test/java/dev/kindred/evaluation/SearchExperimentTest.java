package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kindred.engine.Settings;
import dev.kindred.learn.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchExperimentTest {
  private static final String PRODUCTS =
      """
      {"id": "A", "title": "Red mug"}
      {"id": "B", "title": "Blue mug"}
      {"id": "C", "title": "Lamp"}
      """;

  @TempDir private Path folder;

  @Test
  void measuresWhatTheEngineAnswers() throws IOException {
    // lamp: C, as judged, nDCG 1. mug: A, which nobody judged, then B: 1 / log2(3), and 1 without
    // A.
    // zebra: nothing, 0.
    Map<String, Object> figures = run("lamp\tC\t1\nmug\tB\t1\nzebra\tC\t1\n");
    double second = Math.log(2) / Math.log(3);
    assertEquals(3L, figures.get("products"));
    assertEquals(3, figures.get("queries"));
    assertEquals((1 + second) / 3, number(figures, "ndcg@10"), 1e-4);
    assertEquals(2.0 / 3, number(figures, "condensed_ndcg@10"), 1e-4);
    assertEquals((1 + 0.5) / 3, number(figures, "mrr@10"), 1e-4);
  }

  @Test
  void aMisspeltQueryIsAskedAsMisspelt() throws IOException {
    Path products =
        Files.writeString(
            folder.resolve("products.jsonl"),
            PRODUCTS + "{\"id\": \"D\", \"title\": \"Umbrella\"}\n");
    Path judgments =
        Files.writeString(folder.resolve("judgments.tsv"), "lamp\tC\t1\numbrella\tD\t1\n");
    Map<String, Object> figures =
        SearchExperiment.run(
                new SearchExperiment.Request(
                    products,
                    judgments,
                    List.of(SearchSystem.LEXICAL),
                    100,
                    OptionalLong.of(1),
                    Settings.DEFAULTS),
                ProgressListener.NONE)
            .json();
    // "lamp" is too short for a slip; the one in "umbrella" is corrected.
    assertEquals(1L, figures.get("misspelt"));
    assertEquals(1L, figures.get("seed"));
    assertEquals(1.0, number(figures, "ndcg@10"), 1e-9);
  }

  @Test
  void severalSystemsAreComparedWithTheLast() {
    QueryFigures good = new QueryFigures(0.9, 0.9, 1, 0.5, 1, 1);
    QueryFigures bad = new QueryFigures(0.4, 0.5, 1, 0.5, 1, 1);
    List<JudgedAnswer> better =
        List.of(answer("a", good), answer("b", good), answer("c", good), answer("d", good));
    List<JudgedAnswer> worse =
        List.of(answer("a", bad), answer("b", bad), answer("c", bad), answer("d", bad));
    Map<SearchSystem, List<JudgedAnswer>> answers = new LinkedHashMap<>();
    answers.put(SearchSystem.RRF, worse);
    answers.put(SearchSystem.HYBRID, better);
    SearchComparison comparison = new SearchComparison(answers, Map.of());
    assertEquals("rrf", comparison.json().get("against"));
    SearchComparison.Lead lead = comparison.lead(SearchSystem.RRF, QueryFigures::ndcg);
    assertEquals(0.5, lead.difference(), 1e-9);
    assertEquals(0.5, lead.interval().low(), 1e-9);
    // All four differ by the same: 2 of 16 ways to swap reach the difference.
    assertEquals(0.125, lead.pValue(), 0.02);
    assertEquals(4, comparison.table().size());
  }

  private static JudgedAnswer answer(String query, QueryFigures figures) {
    return new JudgedAnswer(query, figures, List.of(), List.of());
  }

  @Test
  void judgmentsWithoutARelevantProductAreRefused() {
    assertThrows(MalformedFileException.class, () -> run("lamp\tC\t0\n"));
  }

  private Map<String, Object> run(String judged) throws IOException {
    Path products = Files.writeString(folder.resolve("products.jsonl"), PRODUCTS);
    Path judgments = Files.writeString(folder.resolve("judgments.tsv"), judged);
    return SearchExperiment.run(
            new SearchExperiment.Request(
                products,
                judgments,
                List.of(SearchSystem.LEXICAL),
                100,
                OptionalLong.empty(),
                Settings.DEFAULTS),
            ProgressListener.NONE)
        .json();
  }

  private static double number(Map<String, Object> figures, String name) {
    return ((Number) figures.get(name)).doubleValue();
  }
}
