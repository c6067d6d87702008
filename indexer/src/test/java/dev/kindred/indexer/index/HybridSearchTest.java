package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.analyzers.embedding.ByteVector;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.Fusion;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.indexer.catalog.Sense;
import dev.kindred.indexer.meaning.Meaning;
import dev.kindred.indexer.meaning.WordsAsVectors;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.SqliteStore;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Product;
import dev.kindred.model.filter.Filter;
import dev.kindred.model.filter.FilterParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HybridSearchTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String[] WORDS = {
    "sofa", "couch", "mug", "cup", "lamp", "light", "red", "blue", "wooden", "small", "set"
  };

  @Test
  void aProductIsFoundByOtherWordsOfTheSameMeaning(@TempDir Path folder) throws Exception {
    try (Shop shop = new Shop(folder)) {
      shop.put(product("1", "Couch"), product("2", "Blue mug"), product("3", "Sofa table"));
      for (int i = 0; i < 12; i++) {
        shop.put(product("lamp" + i, "Lamp " + i));
      }
      assertEquals(List.of("3", "1"), shop.ids(shop.hybrid("sofa")));
      assertEquals(List.of("3"), shop.ids(Retrieval.all(10).withText("sofa")));
      assertEquals(Set.of("1", "3"), new HashSet<>(shop.ids(shop.semantic("settee"))));
    }
  }

  @Test
  void oneSetForTotalsFacetsAndPages(@TempDir Path folder) throws Exception {
    long seed = 20261122;
    SplittableRandom random = new SplittableRandom(seed);
    try (Shop shop = new Shop(folder)) {
      Product[] products = new Product[120];
      for (int i = 0; i < products.length; i++) {
        String title = word(random) + " " + word(random) + " " + word(random);
        products[i] =
            Product.builder("p" + i, title).brand(random.nextBoolean() ? "Acme" : "Zeta").build();
      }
      shop.put(products);
      Filter acme = FilterParser.parse("brand = \"Acme\"");
      for (int round = 0; round < 60; round++) {
        String query = word(random) + (random.nextBoolean() ? " " + word(random) : "");
        String told = "seed " + seed + ", query " + query;
        Retrieval hybrid = shop.hybrid(query).counting(List.of(new FacetRequest("brand", 10)));
        Retrieved all = shop.retrieve(hybrid.window(0, 200));
        List<String> ids = ids(all);
        assertEquals(all.found(), ids.size(), told);
        assertEquals(ids.size(), new HashSet<>(ids).size(), told);
        Set<String> words = new HashSet<>(shop.ids(Retrieval.all(200).withText(query)));
        assertTrue(ids.containsAll(words), told);
        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < ids.size(); offset += 7) {
          paged.addAll(shop.ids(hybrid.window(offset, 7)));
        }
        assertEquals(ids, paged, told);
        var facet = all.facets().get("brand");
        long counted = facet.values().stream().mapToLong(v -> v.count()).sum();
        assertEquals(all.found(), counted + facet.missing(), told);
        List<String> filtered = shop.ids(shop.semantic(query).withFilter(Optional.of(acme)));
        assertTrue(shop.ids(shop.semantic(query)).containsAll(filtered), told);
      }
    }
  }

  @Test
  void aGraphThatMissesNothingFindsWhatTheScanFinds(@TempDir Path folder) throws Exception {
    long seed = 20261123;
    SplittableRandom random = new SplittableRandom(seed);
    Product[] products = new Product[120];
    for (int i = 0; i < products.length; i++) {
      products[i] = product("p" + i, word(random) + " " + word(random) + " " + i);
    }
    try (Shop scan = new Shop(folder.resolve("scan"));
        Shop graph = new Shop(folder.resolve("graph"), 100)) {
      scan.put(products);
      graph.put(products);
      ByteVector query = scan.meaning.query("sofa").orElseThrow();
      assertTrue(scan.meaning.vectors().nearest(query, 10).isEmpty());
      assertTrue(graph.meaning.vectors().nearest(query, 10).isPresent());
      for (int round = 0; round < 40; round++) {
        String words = word(random) + " " + word(random);
        assertEquals(scan.ids(scan.hybrid(words)), graph.ids(graph.hybrid(words)), words);
        assertEquals(scan.ids(scan.semantic(words)), graph.ids(graph.semantic(words)), words);
      }
    }
  }

  private static String word(SplittableRandom random) {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private static Product product(String id, String title) {
    return Product.builder(id, title).build();
  }

  private static List<String> ids(Retrieved retrieved) {
    return retrieved.candidates().stream().map(c -> c.id()).toList();
  }

  /** An index with meaning. */
  private static final class Shop implements AutoCloseable {
    private final Store store;
    private final Meaning meaning;
    private final LuceneCatalog catalog;

    Shop(Path folder) {
      this(folder, Integer.MAX_VALUE);
    }

    Shop(Path folder, int graphFrom) {
      store = SqliteStore.open(folder.resolve("kindred.db"));
      meaning = Meaning.open(WordsAsVectors::new, store, folder.resolve("vectors"), graphFrom);
      catalog =
          LuceneCatalog.open(
              folder.resolve("index"),
              store,
              meaning.vectors(),
              Popularity.NONE,
              Duration.ofMillis(50));
    }

    void put(Product... products) throws InterruptedException {
      List<Change> changes = new ArrayList<>();
      for (Product product : products) {
        changes.add(new Change.PutProduct(product));
      }
      store.apply(changes);
      assertTrue(catalog.awaitVisible(store.sequence(), LONG));
      assertTrue(meaning.await(store.sequence(), LONG));
    }

    Retrieval hybrid(String query) {
      return Retrieval.all(200).withText(query).meaning(sense(query, 0.6));
    }

    Retrieval semantic(String query) {
      return Retrieval.all(200).meaning(sense(query, 0));
    }

    private Sense sense(String query, double lexical) {
      ByteVector vector = meaning.query(query).orElseThrow();
      return new Sense(vector, new Fusion(lexical, 0.4, 0.5));
    }

    Retrieved retrieve(Retrieval retrieval) {
      try (CatalogView view = catalog.view()) {
        return view.retrieve(retrieval);
      }
    }

    List<String> ids(Retrieval retrieval) {
      return HybridSearchTest.ids(retrieve(retrieval));
    }

    @Override
    public void close() {
      catalog.close();
      meaning.close();
      store.close();
    }
  }
}
