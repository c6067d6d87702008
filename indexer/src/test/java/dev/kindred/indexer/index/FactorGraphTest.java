package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.indexer.graph.Floats;
import dev.kindred.indexer.graph.VectorGraph;
import dev.kindred.indexer.graph.VectorKind;
import dev.kindred.indexer.meaning.TextVectors;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.SqliteStore;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Product;
import dev.kindred.model.filter.FilterParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph against the exact scan, and through changes and switches. */
class FactorGraphTest {
  private static final FactorPlan SMALL = new FactorPlan(30, 5, 0, 100);
  private static final long SEED = 5;
  private static final int LIMIT = 20;

  @Test
  void findsWhatTheScanFindsWithTheSameScores(@TempDir Path folder) throws IOException {
    int count = 4_000;
    ClusteredFactors made = new ClusteredFactors(count, 16, SEED);
    ProductIndex index = ProductIndex.open(folder.resolve("products"));
    index.apply(made.products(false), count);
    index.refresh();
    BitSet all = new BitSet();
    all.set(0, count);
    ServingFactors factors = made.serving(1);
    ServedFactors served = new FactorShelf(folder, SMALL).prepare(factors, all);
    assertTrue(served.graph().isPresent());
    try (LuceneView scan = view(index, ServedFactors.scanned(factors));
        LuceneView graph = view(index, served)) {
      for (String filter : List.of("permille >= 0", "permille < 100", "permille < 10")) {
        double recall = 0;
        List<float[]> people = made.people(25);
        for (float[] person : people) {
          recall += recall(scan, graph, person, filter) / people.size();
        }
        assertTrue(recall >= 0.97, "seed " + SEED + ", " + filter + ": recall " + recall);
      }
    } finally {
      served.retire();
      index.abandon();
    }
  }

  private static double recall(LuceneView scan, LuceneView graph, float[] person, String filter) {
    Retrieval request = byFactor(person, LIMIT).withFilter(Optional.of(FilterParser.parse(filter)));
    Retrieved exact = scan.retrieve(request);
    Retrieved near = graph.retrieve(request);
    assertEquals(exact.found(), near.found());
    assertEquals(exact.candidates().size(), near.candidates().size());
    Map<String, Float> scores = new HashMap<>();
    exact.candidates().forEach(c -> scores.put(c.id(), c.affinity()));
    int hits = 0;
    float last = Float.POSITIVE_INFINITY;
    for (Candidate candidate : near.candidates()) {
      Float score = scores.get(candidate.id());
      if (score != null) {
        assertEquals(score, candidate.affinity());
        hits++;
      }
      assertTrue(candidate.affinity() <= last);
      last = candidate.affinity();
    }
    return hits / (double) scores.size();
  }

  private static LuceneView view(ProductIndex index, ServedFactors served) {
    ProductCache cache = new ProductCache();
    return new LuceneView(
        index.lease().orElseThrow(),
        served,
        new TextVectors(),
        Popularity.NONE,
        product -> List.of(),
        cache);
  }

  private static Retrieval byFactor(float[] factor, int limit) {
    return Retrieval.all(limit).withFactor(factor).rankedBy(new Ranking.ByFactor());
  }

  /** Product p3 has factor {3, 1}, or {1, 3} in another generation, and so on. */
  private static ServingFactors counted(int generation) {
    return new ServingFactors(
        generation,
        2,
        p -> {
          float n = Integer.parseInt(p.id().substring(1));
          return Optional.of(generation == 1 ? new float[] {n, 1} : new float[] {-n, 3});
        });
  }

  private static List<Product> products(int from, int to) {
    List<Product> products = new ArrayList<>();
    for (int i = from; i < to; i++) {
      products.add(Product.builder("p" + i, "Mug " + i).build());
    }
    return products;
  }

  private static List<String> best(CatalogView view) {
    return Fixture.ids(view.retrieve(byFactor(new float[] {1, 0}, 3)));
  }

  @Test
  void followsNewChangedAndDeletedProducts(@TempDir Path folder) {
    try (Fixture shop = new Fixture(folder, Popularity.NONE, SMALL).put(products(0, 40))) {
      shop.catalog.switchTo(counted(1));
      assertTrue(Files.isDirectory(folder.resolve("index/factors-1")));
      assertEquals(List.of("p39", "p38", "p37"), shop.view(FactorGraphTest::best));
      shop.put(products(90, 91)).delete("p39");
      assertEquals(List.of("p90", "p38", "p37"), shop.view(FactorGraphTest::best));
      shop.put(products(39, 40)).delete("p90");
      assertEquals(List.of("p39", "p38", "p37"), shop.view(FactorGraphTest::best));
      Retrieval some = byFactor(new float[] {1, 0}, 2).without(Set.of("p39", "p37"));
      assertEquals(List.of("p38", "p36"), Fixture.ids(shop.retrieve(some)));
      // More than the graph gives: the scan answers.
      assertEquals(40, shop.retrieve(byFactor(new float[] {1, 0}, 40)).candidates().size());
    }
  }

  @Test
  void aSwitchNeverMixesGenerations(@TempDir Path folder) throws IOException {
    try (Fixture shop = new Fixture(folder, Popularity.NONE, SMALL).put(products(0, 40))) {
      shop.catalog.switchTo(counted(1));
      try (CatalogView before = shop.catalog.view()) {
        shop.catalog.switchTo(counted(2));
        assertEquals(List.of("p39", "p38", "p37"), best(before));
        assertEquals(1, before.generation());
      }
      assertEquals(List.of("p0", "p1", "p2"), shop.view(FactorGraphTest::best));
      assertEquals(Set.of("factors-2"), graphs(folder));
      shop.catalog.switchTo(counted(2));
      assertEquals(List.of("p0", "p1", "p2"), shop.view(FactorGraphTest::best));
      shop.catalog.switchTo(ServingFactors.NONE);
      assertEquals(Set.of(), graphs(folder));
    }
  }

  @Test
  void aRestartTakesUpTheGraphAndWhatChangedSince(@TempDir Path folder) {
    try (Fixture shop = new Fixture(folder, Popularity.NONE, SMALL).put(products(0, 40))) {
      shop.catalog.switchTo(counted(1));
    }
    try (Store store = SqliteStore.open(folder.resolve("kindred.db"))) {
      store.apply(List.of(new Change.DeleteProduct("p38")));
    }
    try (Fixture shop = new Fixture(folder, Popularity.NONE, SMALL).put(products(60, 61))) {
      shop.catalog.switchTo(counted(1));
      assertEquals(List.of("p60", "p39", "p37"), shop.view(FactorGraphTest::best));
    }
  }

  @Test
  void aGraphHoldsWhatItIsToldAndNothingElse(@TempDir Path folder) throws IOException {
    ServingFactors factors = new ServingFactors(1, 2, p -> Optional.empty());
    BitSet all = new BitSet();
    for (int n = 0; n < 50; n++) {
      factors.put(n, new float[] {n, 1});
      all.set(n);
    }
    VectorGraph<float[]> graph = VectorGraph.open(new Floats(), folder.resolve("factors-1"));
    graph.hold(all, factors::of);
    float[] first = {1, 0};
    assertEquals(numbers(48, 49), graph.nearest(first, 2, Optional.empty()).orElseThrow());
    assertEquals(numbers(3, 7), graph.nearest(first, 9, Optional.of(numbers(3, 7))).orElseThrow());
    graph.close();
    assertTrue(graph.nearest(first, 2, Optional.empty()).isEmpty());

    // Opened again with one moved, one gone: both are put right.
    factors.put(5, new float[] {500, 1});
    all.clear(49);
    VectorGraph<float[]> again = VectorGraph.open(new Floats(), folder.resolve("factors-1"));
    again.hold(all, factors::of);
    assertEquals(numbers(5, 48), again.nearest(first, 2, Optional.empty()).orElseThrow());
    assertFalse(again.holds(49));
    again.retire();
    assertFalse(Files.exists(folder.resolve("factors-1")));
  }

  private static BitSet numbers(int... numbers) {
    BitSet set = new BitSet();
    for (int number : numbers) {
      set.set(number);
    }
    return set;
  }

  @Test
  void smallCataloguesAndSmallPassingSetsAreScanned(@TempDir Path folder) throws IOException {
    FactorPlan plan = new FactorPlan(1_000, 500, 1, 300);
    assertFalse(plan.makesGraph(999, 8));
    assertTrue(plan.makesGraph(1_000, 8));
    assertFalse(plan.makesGraph(1_000, 0));
    assertFalse(plan.makesGraph(1_000, VectorKind.LONGEST + 1));
    assertFalse(plan.asksGraph(499, 20));
    assertTrue(plan.asksGraph(500, 20));
    assertFalse(plan.asksGraph(500, 0));
    assertFalse(plan.asksGraph(500, 251));
    assertTrue(plan.asksGraph(10_000, 300));
    assertFalse(plan.asksGraph(10_000, 301));
    try (Fixture shop = new Fixture(folder, Popularity.NONE, plan).put(products(0, 40))) {
      shop.catalog.switchTo(counted(1));
      assertEquals(Set.of(), graphs(folder));
      assertEquals(List.of("p39", "p38", "p37"), shop.view(FactorGraphTest::best));
    }
  }

  private static Set<String> graphs(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("index"))) {
      return all.map(f -> f.getFileName().toString())
          .filter(name -> name.startsWith("factors-"))
          .collect(Collectors.toSet());
    }
  }
}
