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

class ColdStartExperimentTest {
  private static final LearnerSettings LEARNER = LearnerSettings.DEFAULT.withFactors(4);
  @TempDir Path folder;

  @Test
  void newProductsGoToThoseWhoLikeTheirKind() throws IOException {
    Map<String, Object> figures = run(GroupedShop.write(folder, 120, 60), 0.25);
    double kindred = (Double) figures.get("ndcg@10");
    assertTrue(kindred > 0.75, "whose content tells their kind, got " + figures);
    assertTrue(kindred > 1.5 * (Double) figures.get("random_ndcg@10"), figures.toString());
    assertTrue((Double) figures.get("text_ndcg@10") > 0.75, figures.toString());
    assertTrue((Integer) figures.get("cold_products") > 5, figures.toString());
    assertEquals(60, figures.get("products"));
  }

  @Test
  void sameSeedSameFigures() throws IOException {
    GroupedShop shop = GroupedShop.write(folder, 60, 30);
    assertEquals(run(shop, 0.3), run(shop, 0.3));
  }

  @Test
  void peopleMustHaveNewAndOtherProducts() throws IOException {
    Path products = Files.writeString(folder.resolve("p.jsonl"), GroupedShop.product(0) + "\n");
    Path events =
        Files.writeString(folder.resolve("e.tsv"), "user\tproduct_id\trating\na\tp0\t5\n");
    assertThrows(MalformedFileException.class, () -> run(new GroupedShop(products, events), 0.999));
  }

  @Test
  void shareOutOfRangeIsRefused() {
    for (double share : new double[] {0, 1, -1, Double.NaN}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> new ColdStartExperiment.Request(folder, folder, share, LEARNER, 1))
              .getMessage();
      assertTrue(message.contains("cold share"), message);
    }
  }

  @Test
  void taggedItemsAreACatalogue() throws IOException {
    Files.writeString(folder.resolve("tags.dat"), "red\nblue\ngreen\n");
    Path items = Files.writeString(folder.resolve("item-tag.dat"), "2 0 2\n1 1\n0\n");
    var catalogue = CatalogueFile.read(items);
    assertEquals(List.of("0", "1", "2"), List.copyOf(catalogue.keySet()));
    assertEquals("red, green", catalogue.get("0").title());
    assertEquals("2", catalogue.get("2").title(), "without tags the id must do");
  }

  private Map<String, Object> run(GroupedShop shop, double share) throws IOException {
    return ColdStartExperiment.run(
        new ColdStartExperiment.Request(shop.products(), shop.events(), share, LEARNER, 1),
        ProgressListener.NONE);
  }
}
