package dev.kindred.indexer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.SqliteStore;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.EventWeights;
import dev.kindred.learn.LearnerPlan;
import dev.kindred.learn.LearnerSettings;
import dev.kindred.learn.VectorMath;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.FeatureVector;
import dev.kindred.model.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two groups of people, each with products of its own: what a generation must find out. */
class GenerationsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(START, ZoneOffset.UTC);
  private static final LearnerSettings LEARNER = LearnerSettings.ImplicitAls.DEFAULT.withFactors(8);
  private static final int PRODUCTS = 60;
  private static final int PEOPLE = 300;

  @TempDir Path folder;
  private Store store;
  private int shops;

  @BeforeEach
  void fill() {
    store = SqliteStore.open(folder.resolve("kindred.db"));
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < PRODUCTS; i++) {
      changes.add(new Change.PutProduct(Product.builder("p" + i, kind(i) + " " + i).build()));
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int person = 0; person < PEOPLE; person++) {
      for (int n = 0; n < 10; n++) {
        int product = random.nextInt(PRODUCTS / 2) * 2 + person % 2;
        changes.add(
            new Change.AddEvent(
                Event.builder(
                        "e" + person + "-" + n, EventType.PURCHASE, START.plusSeconds(n * 60L))
                    .user("u" + person)
                    .session("s" + person)
                    .product("p" + product)
                    .build()));
      }
    }
    store.apply(changes);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void foretellsWhatTheGroupBuys() {
    TrainingReport report = train(generations());

    assertTrue(report.activated());
    assertTrue(
        report.figures().get("ndcg@20") > 1.4 * report.figures().get("popularity_ndcg@20"),
        report.toString());
    assertEquals(PEOPLE, report.people());
    assertEquals(PRODUCTS, report.items());
  }

  @Test
  void givesNewProductsTheFactorOfTheirKind() {
    Generations generations = generations();
    train(generations);
    Generation generation = generations.follow().orElseThrow();

    float[] predicted = generation.predicted(features(Product.builder("new", "even").build()));

    assertTrue(cosine(predicted, generation.trained("p0").orElseThrow()) > 0.5);
    assertTrue(cosine(predicted, generation.trained("p1").orElseThrow()) < 0.3);
  }

  @Test
  void aShopWithNothingToLearnFromIsToldWhatItLacks() {
    Change product = new Change.PutProduct(Product.builder("p1", "Lamp").build());
    assertEquals("the shop has no products and no events; import both", lacks(List.of()));
    assertEquals(
        "the shop has no products; import those that its events name",
        lacks(List.of(purchase("p1"))));
    assertEquals(
        "the shop has no events; import purchases or views, or let visitors come",
        lacks(List.of(product)));
    assertEquals(
        "no event names a product of the shop; import those products, or mend the ids",
        lacks(List.of(product, purchase("P-1"))));
  }

  private static Change purchase(String product) {
    return new Change.AddEvent(
        Event.builder("e1", EventType.PURCHASE, START).user("u1").product(product).build());
  }

  /** What a training of a shop with these changes alone says; it makes no generation. */
  private String lacks(List<Change> changes) {
    Path elsewhere = folder.resolve("shop-" + shops++);
    try (Store bare = SqliteStore.open(elsewhere.resolve("kindred.db"))) {
      bare.apply(changes);
      Generations generations =
          new Generations(bare, elsewhere.resolve("generations"), GenerationsTest::features, CLOCK);
      String said =
          assertThrows(NothingToLearnException.class, () -> train(generations)).getMessage();
      assertEquals(List.of(), bare.generations());
      return said.replace("there is nothing to learn from: ", "");
    }
  }

  @Test
  void goesBackToTheGenerationBefore() {
    Generations generations = generations();
    train(generations);
    train(generations);
    assertEquals(2, generations.follow().orElseThrow().number());
    assertEquals(1, generations.previous().orElseThrow());

    generations.activate(1);

    assertEquals(1, generations.follow().orElseThrow().number());
    assertEquals(2, generations.previous().orElseThrow());
  }

  @Test
  void holdsBackWhatForetellsWorse() {
    Generations generations = generations();
    train(generations);

    TrainingReport worse =
        generations.train(
            LearnerPlan.of(new LearnerSettings.Popularity()),
            EventWeights.DEFAULT,
            TrainingProgress.SILENT);

    assertFalse(worse.activated(), worse.verdict());
    assertTrue(worse.verdict().startsWith("held back"), worse.verdict());
    assertEquals(1, generations.follow().orElseThrow().number());
  }

  @Test
  void choosesOnceAndThenStaysWithWhatServes() {
    Generations generations = generations();
    TrainingReport first =
        generations.train(LearnerPlan.USUAL, EventWeights.DEFAULT, TrainingProgress.SILENT);
    TrainingReport second =
        generations.train(LearnerPlan.USUAL, EventWeights.DEFAULT, TrainingProgress.SILENT);

    assertFalse(first.trials().isEmpty());
    assertTrue(second.trials().isEmpty());
    assertEquals(first.learner(), second.learner());
  }

  @Test
  void saysThatAnOldLayoutWantsATraining() throws IOException {
    train(generations());
    Path model = folder.resolve("generations/1/model.bin");
    byte[] bytes = Files.readAllBytes(model);
    bytes[7] = 1;
    Files.write(model, bytes);

    Generations generations = generations();

    assertTrue(generations.serving().isEmpty());
    assertTrue(generations.trouble().orElseThrow().contains("run ./kindred train"));
    assertTrue(train(generations).activated());
    assertTrue(generations.trouble().isEmpty() || generations.follow().isPresent());
    assertEquals(2, generations.serving().orElseThrow().number());
  }

  @Test
  void survivesATrainingThatWasKilled() throws IOException {
    Generations generations = generations();
    train(generations);
    Files.createDirectories(folder.resolve("generations/2.unfinished"));
    Files.writeString(folder.resolve("generations/2.unfinished/model.bin"), "half");
    store.addGeneration(START);

    Generations again = generations();

    assertEquals(1, again.serving().orElseThrow().number());
    assertEquals(List.of(1), again.kept());
    assertTrue(train(again).generation() > 2);
    assertFalse(Files.exists(folder.resolve("generations/2.unfinished")));
  }

  @Test
  void trainsOneAtATime() {
    GenerationFiles files = new GenerationFiles(folder.resolve("generations"));
    Generations generations = generations();
    try (GenerationFiles.Claim claim = files.claim()) {
      claim.deleteUnfinished();
      assertThrows(IllegalStateException.class, () -> train(generations));
    }
    assertTrue(train(generations).activated());
  }

  @Test
  void readsBackWhatItWrote() {
    Generations generations = generations();
    train(generations);

    Generation once = generations.follow().orElseThrow();
    Generation again = generations().serving().orElseThrow();

    assertArrayEquals(once.trained("p7").orElseThrow(), again.trained("p7").orElseThrow());
    assertEquals(once.calibration(), again.calibration());
    assertEquals(once.complements("p0"), again.complements("p0"));
  }

  @Test
  void servesWithoutADamagedGenerationAndTrainsAnother() throws IOException {
    train(generations());
    Path file = folder.resolve("generations/1/products.bin");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    Generations generations = generations();

    assertTrue(generations.serving().isEmpty());
    String trouble = generations.trouble().orElseThrow();
    assertTrue(trouble.contains("generation 1"), trouble);
    assertTrue(trouble.contains("product factors"), trouble);
    assertTrue(trouble.contains("damaged"), trouble);
    assertTrue(trouble.contains("./kindred train"), trouble);

    assertTrue(train(generations).activated());
    assertEquals(2, generations.follow().orElseThrow().number());
    assertTrue(generations.trouble().isEmpty());
  }

  @Test
  void goesOnServingWhenTheNextGenerationIsDamaged() throws IOException {
    Generations generations = generations();
    train(generations);
    generations.follow();
    train(generations);
    Files.delete(folder.resolve("generations/2/model.bin"));

    assertTrue(generations.follow().isEmpty());
    assertEquals(1, generations.serving().orElseThrow().number());
    assertTrue(generations.trouble().orElseThrow().contains("generation 2"));
  }

  @Test
  void refusesAGenerationThatIsNotThere() {
    Generations generations = generations();
    train(generations);

    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> generations.activate(9));

    assertEquals("generation must be one of [1], got 9", e.getMessage());
  }

  private Generations generations() {
    return new Generations(store, folder.resolve("generations"), GenerationsTest::features, CLOCK);
  }

  private static TrainingReport train(Generations generations) {
    return generations.train(
        LearnerPlan.of(LEARNER), EventWeights.DEFAULT, TrainingProgress.SILENT);
  }

  private static String kind(int product) {
    return product % 2 == 0 ? "even" : "odd";
  }

  private static FeatureVector features(Product product) {
    boolean even = product.title().startsWith("even");
    return new FeatureVector(new int[] {even ? 0 : 1}, new float[] {1});
  }

  private static double cosine(float[] a, float[] b) {
    double dot = VectorMath.dot(a, 0, b, 0, a.length);
    return dot
        / Math.sqrt(VectorMath.dot(a, 0, a, 0, a.length))
        / Math.sqrt(VectorMath.dot(b, 0, b, 0, b.length));
  }
}
