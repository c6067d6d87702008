package dev.kindred.evaluation;

import dev.kindred.engine.Answer;
import dev.kindred.engine.Audience;
import dev.kindred.engine.DataDirectory;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.Page;
import dev.kindred.engine.SearchRequest;
import dev.kindred.engine.SearchRequest.Mode;
import dev.kindred.engine.Settings;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.ProgressListener;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import dev.kindred.model.filter.Filter;
import dev.kindred.model.filter.FilterParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How long searches take in a large catalogue: a file's products several times over, under ids of
 * their own, asked by one thread without HTTP.
 */
public final class SearchLatency {
  private static final int BATCH = 2_000;
  private static final int PAGE = 10;
  private static final int FACET = 10;
  private static final Duration LONG = Duration.ofHours(1);

  private SearchLatency() {}

  /**
   * What to measure.
   *
   * @param products catalogue in any form that import takes
   * @param copies how often each product is there, 1 or more
   * @param searches that are counted, of each kind; as many come before and are not
   * @param seed of the queries
   */
  public record Request(Path products, int copies, int searches, long seed, Settings settings) {
    public Request {
      if (copies < 1) {
        throw new IllegalArgumentException("copies must be >= 1, got " + copies);
      }
      if (searches < 1) {
        throw new IllegalArgumentException("searches must be >= 1, got " + searches);
      }
    }
  }

  /** Runs it. */
  public static Map<String, Object> run(Request request, ProgressListener progress)
      throws IOException {
    try (TemporaryFolder folder = new TemporaryFolder("kindred-search-latency")) {
      List<Product> products = CatalogueFile.read(request.products()).values().stream().toList();
      fill(folder.path(), products, request.copies(), progress);
      try (Kindred kindred = Kindred.open(folder.path(), request.settings())) {
        progress.progress("indexing", 0, 1);
        kindred.awaitVisible(kindred.store().sequence(), LONG);
        progress.progress("embedding", 0, 1);
        boolean meaning = kindred.awaitMeaning(kindred.store().sequence(), LONG);
        progress.progress("embedding", 1, 1);
        return measured(kindred, request, products, meaning, progress);
      }
    }
  }

  private static void fill(
      Path folder, List<Product> products, int copies, ProgressListener progress) {
    try (Store store = new DataDirectory(folder).openStore()) {
      List<Change> changes = new ArrayList<>(BATCH);
      for (int copy = 0; copy < copies; copy++) {
        for (Product product : products) {
          changes.add(new Change.PutProduct(copy == 0 ? product : copied(product, copy)));
          if (changes.size() == BATCH) {
            store.apply(changes);
            changes.clear();
          }
        }
        store.apply(changes);
        changes.clear();
        progress.progress("writing copies", copy + 1, copies);
      }
    }
  }

  /** The same text, so that it is embedded once, and another id. */
  private static Product copied(Product product, int copy) {
    return new Product(
        product.id() + "-" + copy,
        product.title(),
        product.description(),
        product.brand(),
        product.categories(),
        product.price(),
        product.currency(),
        product.inStock(),
        product.image(),
        product.url(),
        product.variantOf(),
        product.rating(),
        product.reviewCount(),
        product.createdAt(),
        product.attributes());
  }

  private static Map<String, Object> measured(
      Kindred kindred,
      Request request,
      List<Product> products,
      boolean meaning,
      ProgressListener progress) {
    SplittableRandom random = new SplittableRandom(request.seed());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("products", kindred.vitals().products());
    Optional<Filter> filter = dearer(products);
    List<FacetRequest> facets = facets(products);
    json.put("facets", facets.stream().map(FacetRequest::field).toList());
    json.put("filter", filter.isPresent() ? "price above the median" : "none");
    time(
        json,
        "lexical_facets_filter",
        kindred,
        request,
        progress,
        () -> search(words(products, random), Mode.LEXICAL, filter, facets));
    time(
        json,
        "lexical",
        kindred,
        request,
        progress,
        () -> search(words(products, random), Mode.LEXICAL, Optional.empty(), List.of()));
    if (meaning) {
      time(
          json,
          "hybrid",
          kindred,
          request,
          progress,
          () -> search(words(products, random), Mode.HYBRID, Optional.empty(), List.of()));
      time(
          json,
          "hybrid_facets_filter",
          kindred,
          request,
          progress,
          () -> search(words(products, random), Mode.HYBRID, filter, facets));
    }
    json.put("searches", request.searches());
    json.put("seed", request.seed());
    return json;
  }

  private static void time(
      Map<String, Object> json,
      String name,
      Kindred kindred,
      Request request,
      ProgressListener progress,
      java.util.function.Supplier<SearchRequest> next) {
    double[] millis = new double[request.searches()];
    double[] found = new double[request.searches()];
    for (int n = -request.searches(); n < request.searches(); n++) {
      Answer answer = kindred.search(next.get());
      if (n >= 0) {
        millis[n] = answer.tookMillis();
        found[n] = answer.found();
      }
      progress.progress("asking, " + name, n + request.searches() + 1, 2 * request.searches());
    }
    Arrays.sort(millis);
    Arrays.sort(found);
    json.put(name + "_median_ms", Rounding.of(millis[millis.length / 2]));
    json.put(name + "_p99_ms", Rounding.of(millis[millis.length * 99 / 100]));
    json.put(name + "_median_found", found[found.length / 2]);
  }

  /** Above the median price, so that about half of the products pass; none without prices. */
  private static Optional<Filter> dearer(List<Product> products) {
    double[] prices =
        products.stream()
            .flatMap(p -> p.price().stream())
            .mapToDouble(price -> price.doubleValue())
            .sorted()
            .toArray();
    return prices.length == 0
        ? Optional.empty()
        : Optional.of(FilterParser.parse("price > " + prices[prices.length / 2]));
  }

  /** The brand and the attribute of text that most products have. */
  private static List<FacetRequest> facets(List<Product> products) {
    List<FacetRequest> facets = new ArrayList<>();
    if (products.stream().anyMatch(p -> p.brand().isPresent())) {
      facets.add(new FacetRequest("brand", FACET));
    }
    Map<String, Integer> counts = new java.util.TreeMap<>();
    for (Product product : products) {
      product
          .attributes()
          .forEach((name, value) -> {
            if (value instanceof AttributeValue.Text) {
              counts.merge(name, 1, Integer::sum);
            }
          });
    }
    counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(e -> facets.add(new FacetRequest("attributes." + e.getKey(), FACET)));
    return facets;
  }

  /** Two neighbouring words of a title: hardly any query comes twice, so each is embedded. */
  private static String words(List<Product> products, SplittableRandom random) {
    String[] words = products.get(random.nextInt(products.size())).title().split("\\s+");
    int first = random.nextInt(Math.max(1, words.length - 1));
    return String.join(" ", Arrays.copyOfRange(words, first, Math.min(words.length, first + 2)));
  }

  private static SearchRequest search(
      String query, Mode mode, Optional<Filter> filter, List<FacetRequest> facets) {
    return new SearchRequest(
        query,
        Optional.empty(),
        Audience.NOBODY,
        filter,
        facets,
        List.of(),
        false,
        Page.first(PAGE),
        mode,
        true,
        false,
        false);
  }
}
