package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.Retrieval;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Says which products a request finds: totals, facets, order and pages are all over that set. */
final class ResultSets {
  private final IndexSearcher searcher;
  private final KnownFields fields;

  ResultSets(IndexSearcher searcher, KnownFields fields) {
    this.searcher = searcher;
    this.fields = fields;
  }

  /** What matches by words, by meaning, or, without either, at all. */
  Matches of(Retrieval request, Optional<TextQueries.Understood> text, Optional<Neighbours> near)
      throws IOException {
    if (near.isEmpty()) {
      return kept(request, Matches.of(searcher, query(request, text), text.isPresent()));
    }
    Matches words =
        text.isPresent()
            ? kept(request, Matches.of(searcher, query(request, text), true))
            : Matches.of(new int[0], new float[0]);
    if (isUnrestricted(request)) {
      return near.get().join(words, document -> true);
    }
    Matches passing = kept(request, Matches.of(searcher, query(request, Optional.empty()), false));
    return near.get().join(words, document -> passing.has(document));
  }

  private static boolean isUnrestricted(Retrieval request) {
    return request.filter().isEmpty()
        && request.exclude().isEmpty()
        && request.excludeNumbers().isEmpty();
  }

  /** The matches without those whose numbers are excluded. */
  private Matches kept(Retrieval request, Matches matches) throws IOException {
    if (request.excludeNumbers().isEmpty()) {
      return matches;
    }
    int[] numbers = new RankColumns(searcher.getLeafContexts(), matches).numbers();
    int[] kept = new int[numbers.length];
    int size = 0;
    for (int match = 0; match < numbers.length; match++) {
      if (!request.excludeNumbers().contains(numbers[match])) {
        kept[size++] = match;
      }
    }
    return size == kept.length ? matches : matches.only(Arrays.copyOf(kept, size));
  }

  private Query query(Retrieval request, Optional<TextQueries.Understood> text) {
    boolean plain = request.filter().isEmpty() && request.exclude().isEmpty();
    Query words = text.map(TextQueries.Understood::query).orElse(MatchAllDocsQuery.INSTANCE);
    if (plain) {
      return words;
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(words, text.isPresent() ? Occur.MUST : Occur.FILTER);
    request.filter().ifPresent(f -> query.add(new FilterQueries(fields).query(f), Occur.FILTER));
    if (!request.exclude().isEmpty()) {
      List<BytesRef> ids = request.exclude().stream().map(BytesRef::new).toList();
      query.add(new TermInSetQuery(ProductSchema.ID, ids), Occur.MUST_NOT);
    }
    return query.build();
  }
}
