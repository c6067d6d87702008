package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchReportTest {
  private static final String HOSTILE = "<script>alert('x')</script>\"&\u202E\u0000";

  @Test
  void otherPeoplesTextsAreShownAndNeverRun() {
    String html = new SearchReport(comparison()).html();
    assertFalse(html.contains("<script"));
    assertFalse(html.contains("\u202E"));
    assertFalse(html.contains("\u0000"));
    assertTrue(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"));
    assertFalse(html.contains("http:") || html.contains("https:") || html.contains("src="));
    assertTrue(html.contains("default-src 'none'"));
  }

  @Test
  void gainsLossesAndWhatIsMissingAreThere() {
    String html = new SearchReport(comparison()).html();
    assertTrue(html.contains("1 queries better, 1 worse, 0 the same"));
    assertEquals(1, occurrences(html, "class=gain"));
    assertEquals(1, occurrences(html, "class=loss"));
    assertTrue(html.contains("Relevant and not among them"));
    assertTrue(html.contains("place 14"));
    assertTrue(html.contains("not found"));
  }

  @Test
  void oneSystemAloneHasNoChart() {
    SearchComparison both = comparison();
    SearchComparison one =
        new SearchComparison(Map.of(SearchSystem.HYBRID, both.of(SearchSystem.HYBRID)), Map.of());
    String html = new SearchReport(one).html();
    assertFalse(html.contains("<svg"));
    assertTrue(html.contains("Worst queries"));
  }

  private static SearchComparison comparison() {
    Map<SearchSystem, List<JudgedAnswer>> answers = new LinkedHashMap<>();
    answers.put(SearchSystem.LEXICAL, List.of(answer(HOSTILE, 0.2), answer("lamp", 0.9)));
    answers.put(SearchSystem.HYBRID, List.of(answer(HOSTILE, 0.6), answer("lamp", 0.4)));
    return new SearchComparison(answers, Map.of("products", 3));
  }

  private static JudgedAnswer answer(String query, double ndcg) {
    return new JudgedAnswer(
        query,
        new QueryFigures(ndcg, ndcg, 1, 0.1, 1, 2),
        List.of(
            new JudgedAnswer.Shown("a" + HOSTILE, HOSTILE, Metrics.UNJUDGED, 0),
            new JudgedAnswer.Shown("b", "Lamp", 3, 0)),
        List.of(
            new JudgedAnswer.Shown("c", "Big lamp", 2, 14),
            new JudgedAnswer.Shown("d", "Small lamp", 1, 0)));
  }

  private static int occurrences(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
