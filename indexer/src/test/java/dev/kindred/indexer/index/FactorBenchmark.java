package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.meaning.TextVectors;
import dev.kindred.model.filter.Filter;
import dev.kindred.model.filter.FilterParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures three ways to hold factors, side by side on one made-up catalogue: rows that are
 * scanned, a graph of their own, a vector in each product's document. Not a test and not run as
 * one: {@code ./mvnw -q -Dchecks=off -pl indexer -am test -Dtest=FactorBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false -Dproducts=20000,100000 -Ddimensions=64,128}.
 */
class FactorBenchmark {
  private static final long SEED = 1;
  private static final int PEOPLE = 60;
  private static final FactorPlan ALWAYS_THE_GRAPH = new FactorPlan(0, 0, 0, 1_000);

  /** What passes, by name. */
  private record Passing(String name, Optional<Filter> filter) {
    static Passing of(String name, String filter) {
      return new Passing(name, Optional.of(FilterParser.parse(filter)));
    }
  }

  private static final List<Passing> PASSING =
      List.of(
          new Passing("100 %", Optional.empty()),
          Passing.of("50 %", "permille < 500"),
          Passing.of("10 %", "permille < 100"),
          Passing.of("about 10 %, whole clusters", "group < 2"),
          Passing.of("1 %", "permille < 10"));

  /** One way to answer. */
  private interface Way {
    List<Integer> answer(Retrieval request) throws IOException;
  }

  @Test
  void measure(@TempDir Path folder) throws IOException {
    System.out.println("seed " + SEED + ", medians of " + PEOPLE + " people; recall against scan");
    for (int products : numbers("products", "20000,100000")) {
      ProductIndex index = index(products, folder.resolve("products-" + products));
      for (int dimension : numbers("dimensions", "64,128")) {
        measure(products, dimension, index, folder.resolve(products + "-" + dimension));
      }
      index.abandon();
    }
  }

  private static int[] numbers(String property, String otherwise) {
    String given = System.getProperty(property, otherwise);
    return Arrays.stream(given.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  private static ProductIndex index(int count, Path folder) throws IOException {
    long start = System.nanoTime();
    ProductIndex index = ProductIndex.open(folder);
    index.apply(new ClusteredFactors(count, 1, SEED).products(true), count);
    index.refresh();
    index.commit();
    report("%n%,d products analysed and indexed in %.1f s,", count, seconds(start));
    report(" %,d KiB%n", kibibytes(folder));
    return index;
  }

  private static void measure(int count, int dimension, ProductIndex index, Path folder)
      throws IOException {
    report("%n%,d products, %d factors%n", count, dimension);
    ClusteredFactors made = new ClusteredFactors(count, dimension, SEED);
    long start = System.nanoTime();
    ServingFactors factors = made.serving(1);
    report("scan: rows laid out in %.2f s%n", seconds(start));

    start = System.nanoTime();
    FactorShelf shelf = new FactorShelf(folder, ALWAYS_THE_GRAPH);
    BitSet all = new BitSet();
    all.set(0, count);
    ServedFactors served = shelf.prepare(factors, all);
    report("graph: built in %.1f s,", seconds(start));
    report(" %,d KiB%n", kibibytes(folder.resolve("factors-1")));

    Path revectored = folder.resolve("revectored");
    start = System.nanoTime();
    revector(index, made, revectored);
    report("documents: merged with other vectors in %.1f s,", seconds(start));
    report(" %,d KiB with the products%n", kibibytes(revectored));
    ProductIndex other = ProductIndex.open(revectored);

    ProductCache cache = new ProductCache();
    List<float[]> people = made.people(PEOPLE);
    try (LuceneView scan = view(index, ServedFactors.scanned(factors), cache);
        LuceneView graph = view(index, served, cache);
        ProductIndex.Lease lease = other.lease().orElseThrow()) {
      InDocuments documents = new InDocuments(lease.searcher(), factors, cache);
      List<Way> ways = List.of(r -> ids(scan, r), r -> ids(graph, r), documents::answer);
      report("%-28s %5s %21s %21s %21s%n", "passing", "limit", "scan", "graph", "documents");
      for (Passing passing : PASSING) {
        for (int limit : new int[] {20, 200}) {
          compare(passing, limit, people, ways);
        }
      }
    } finally {
      served.retire();
      other.abandon();
    }
  }

  private static LuceneView view(ProductIndex index, ServedFactors factors, ProductCache cache) {
    return new LuceneView(
        index.lease().orElseThrow(),
        factors,
        new TextVectors(),
        Popularity.NONE,
        product -> List.of(),
        cache);
  }

  private static List<Integer> ids(LuceneView view, Retrieval request) {
    return view.retrieve(request).candidates().stream().map(Candidate::number).toList();
  }

  private static void compare(Passing passing, int limit, List<float[]> people, List<Way> ways)
      throws IOException {
    double[][] millis = new double[ways.size()][people.size()];
    double[] recall = new double[ways.size()];
    for (int round = 0; round < 3; round++) { // All but the last warm up.
      Arrays.fill(recall, 0);
      for (int person = 0; person < people.size(); person++) {
        Retrieval request =
            Retrieval.all(limit)
                .withFilter(passing.filter())
                .withFactor(people.get(person))
                .rankedBy(new Ranking.ByFactor());
        Set<Integer> exact = new HashSet<>();
        for (int way = 0; way < ways.size(); way++) {
          long start = System.nanoTime();
          List<Integer> found = ways.get(way).answer(request);
          millis[way][person] = (System.nanoTime() - start) / 1e6;
          if (way == 0) {
            exact.addAll(found);
          }
          recall[way] += found.stream().filter(exact::contains).count() / (double) exact.size();
        }
      }
    }
    report("%-28s %5d", passing.name(), limit);
    for (int way = 0; way < ways.size(); way++) {
      Arrays.sort(millis[way]);
      report(" %9.2f ms   %6.4f", millis[way][people.size() / 2], recall[way] / people.size());
    }
    report("%n");
  }

  /** Writes the index again, with a vector in each document. */
  private static void revector(ProductIndex index, ClusteredFactors made, Path to)
      throws IOException {
    try (ProductIndex.Lease lease = index.lease().orElseThrow();
        Directory directory = FSDirectory.open(Files.createDirectories(to));
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig().setSimilarity(new TextScoring()))) {
      List<CodecReader> readers = new ArrayList<>();
      for (LeafReaderContext leaf : lease.searcher().getLeafContexts()) {
        NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), ProductSchema.NUMBER);
        List<float[]> vectors = new ArrayList<>();
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          numbers.advanceExact(doc);
          vectors.add(made.factors().get((int) numbers.longValue()));
        }
        readers.add(new RevectoredReader((CodecReader) leaf.reader(), vectors));
      }
      writer.addIndexes(readers.toArray(CodecReader[]::new));
      writer.commit();
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static long kibibytes(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes / 1024;
  }

  private static void report(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
