package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.learn.LearnerSettings;
import dev.kindred.learn.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvesTest {
  private static final LearnerSettings LEARNER = LearnerSettings.DEFAULT.withFactors(4);
  @TempDir Path folder;

  @Test
  void contentCarriesNewProductsUntilPeopleDo() throws IOException {
    GroupedShop shop = GroupedShop.write(folder, 300, 60);
    Map<String, Object> figures =
        ProductCurve.run(
            new ColdStartExperiment.Request(shop.products(), shop.events(), 0.3, LEARNER, 1),
            ProgressListener.NONE);
    assertEquals(0, points(figures, "interactions").getFirst().intValue());
    List<Number> both = points(figures, "both_ndcg@10");
    List<Number> content = points(figures, "content_ndcg@10");
    List<Number> behaviour = points(figures, "behaviour_ndcg@10");
    assertEquals(content.getFirst(), both.getFirst(), "without people it is the content");
    assertTrue(
        both.getFirst().doubleValue() > behaviour.getFirst().doubleValue(), figures.toString());
    for (int i = 0; i < both.size(); i++) {
      double better = Math.max(content.get(i).doubleValue(), behaviour.get(i).doubleValue());
      assertTrue(both.get(i).doubleValue() > 0.93 * better, figures.toString());
    }
    double learned = (Double) figures.get("warm_learned_ndcg@10");
    assertTrue((Double) figures.get("warm_served_ndcg@10") > 0.97 * learned, figures.toString());
  }

  @Test
  void aFewEventsTellWhatANewPersonLikes() throws IOException {
    GroupedShop shop = GroupedShop.write(folder, 300, 180);
    Files.writeString(shop.events(), Files.readString(shop.events()) + regulars());
    Map<String, Object> figures = PeopleCurve.run(shop.events(), LEARNER, 1, ProgressListener.NONE);
    List<Number> ndcg = points(figures, "ndcg@10");
    assertEquals(6, ndcg.size());
    assertTrue(ndcg.get(1).doubleValue() > 1.3 * ndcg.get(0).doubleValue(), figures.toString());
    assertTrue(ndcg.get(5).doubleValue() > ndcg.get(0).doubleValue(), figures.toString());
    assertTrue((Double) figures.get("diverse_recall@10_of_nobody") > 0, figures.toString());
  }

  @Test
  void nobodyWithEnoughEventsIsRefused() throws IOException {
    Path events =
        Files.writeString(folder.resolve("few.tsv"), "user\tproduct_id\trating\na\tb\t5\n");
    assertThrows(
        MalformedFileException.class,
        () -> PeopleCurve.run(events, LEARNER, 1, ProgressListener.NONE));
  }

  /** People with twenty products of one kind each. */
  private static String regulars() {
    StringBuilder lines = new StringBuilder();
    for (int person = 0; person < 150; person++) {
      for (int n = 0; n < 20; n++) {
        int product = person % 3 + 3 * ((7 * person + 3 * n) % 60);
        lines.append("r%d\tp%d\t5\t%d\n".formatted(person, product, 1_700_000_000 + 60 * n));
      }
    }
    return lines.toString();
  }

  @SuppressWarnings("unchecked")
  private static List<Number> points(Map<String, Object> figures, String name) {
    return (List<Number>) figures.get(name);
  }
}
