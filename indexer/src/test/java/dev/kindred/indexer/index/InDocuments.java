package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.Retrieval;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/** Answers by vectors in the products' own documents, with the same steps around the search. */
final class InDocuments {
  static final String FACTOR = "factor";

  private final IndexSearcher searcher;
  private final ServingFactors factors;
  private final ProductReader products;

  InDocuments(IndexSearcher searcher, ServingFactors factors, ProductCache cache) {
    this.searcher = searcher;
    this.factors = factors;
    this.products = new ProductReader(searcher, cache);
  }

  /** Product numbers, best first. */
  List<Integer> answer(Retrieval request) throws IOException {
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    FilterQueries filters = new FilterQueries(new KnownFields(searcher.getIndexReader()));
    Optional<Query> filter = request.filter().map(filters::query);
    Matches all = Matches.of(searcher, filter.orElse(MatchAllDocsQuery.INSTANCE), false);
    float[] factor = request.factor().orElseThrow();
    int count = FactorPlan.MEASURED.candidates(request.limit());
    Query near =
        filter.isPresent()
            ? new KnnFloatVectorQuery(FACTOR, factor, count, filter.get())
            : new KnnFloatVectorQuery(FACTOR, factor, count);
    int[] found =
        Arrays.stream(searcher.search(near, count).scoreDocs).mapToInt(h -> h.doc).toArray();
    Arrays.sort(found);
    int[] kept = new int[found.length];
    int size = 0;
    for (int match = 0; match < all.size(); match++) {
      if (size < found.length && all.doc(match) == found[size]) {
        kept[size++] = match;
      }
    }
    Matches some = all.only(Arrays.copyOf(kept, size));
    Column affinity = new RankColumns(leaves, some).affinity(new Affinity(factors, factor, false));
    MatchOrder order = new MatchOrder(List.of(affinity), new Ids(leaves, some));
    List<Integer> numbers = new ArrayList<>();
    for (int match : order.page(some.size(), 0, request.limit())) {
      products.product(some.doc(match));
      numbers.add(products.number(some.doc(match)));
    }
    return numbers;
  }
}
