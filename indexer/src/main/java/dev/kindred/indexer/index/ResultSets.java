package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.Retrieval;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Says which products a request finds: totals, facets, order and pages are all over that set. */
final class ResultSets {
  private final ProductSearcher searcher;
  private final KnownFields fields;

  ResultSets(ProductSearcher searcher, KnownFields fields) {
    this.searcher = searcher;
    this.fields = fields;
  }

  /** What matches by words, by meaning, or, without either, at all. */
  Matches of(Retrieval request, Optional<TextQueries.Understood> text, Optional<Neighbours> near)
      throws IOException {
    Optional<Query> words = words(request, text, near.isPresent());
    if (near.isEmpty()) {
      return worded(request, text, words);
    }
    Matches worded = words.isPresent() ? worded(request, text, words) : Matches.NONE;
    if (isUnrestricted(request)) {
      return near.get().join(worded, document -> true);
    }
    Matches passing = passing(request, Optional.empty());
    return near.get().join(worded, document -> passing.has(document));
  }

  private Matches worded(
      Retrieval request, Optional<TextQueries.Understood> text, Optional<Query> words)
      throws IOException {
    if (text.isPresent() && isUnrestricted(request) && request.include().isEmpty()) {
      return text.get().matches();
    }
    return passing(request, words);
  }

  private Matches passing(Retrieval request, Optional<Query> words) throws IOException {
    boolean everything =
        words.isEmpty() && request.filter().isEmpty() && request.exclude().isEmpty();
    return kept(
        request,
        everything
            ? searcher.everything()
            : Matches.of(searcher, query(request, words), words.isPresent()));
  }

  /** What matches by words or is included; empty if words restrict nothing. */
  private static Optional<Query> words(
      Retrieval request, Optional<TextQueries.Understood> text, boolean meant) {
    Optional<Query> words = text.map(t -> new ScoredDocuments(t.matches()));
    if (request.include().isEmpty() || (words.isEmpty() && !meant)) {
      return words;
    }
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    words.ifPresent(w -> either.add(w, Occur.SHOULD));
    Query included = new ConstantScoreQuery(ids(request.include()));
    return Optional.of(either.add(new BoostQuery(included, 0), Occur.SHOULD).build());
  }

  private static Query ids(Set<String> ids) {
    return new TermInSetQuery(ProductSchema.ID, ids.stream().map(BytesRef::new).toList());
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
    int[] numbers = matches.numbers(searcher.getLeafContexts());
    int[] kept = new int[numbers.length];
    int size = 0;
    for (int match = 0; match < numbers.length; match++) {
      if (!request.excludeNumbers().contains(numbers[match])) {
        kept[size++] = match;
      }
    }
    return size == kept.length ? matches : matches.only(Arrays.copyOf(kept, size));
  }

  private Query query(Retrieval request, Optional<Query> words) {
    Query matching = words.orElse(MatchAllDocsQuery.INSTANCE);
    if (request.filter().isEmpty() && request.exclude().isEmpty()) {
      return matching;
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(matching, words.isPresent() ? Occur.MUST : Occur.FILTER);
    request.filter().ifPresent(f -> query.add(new FilterQueries(fields).query(f), Occur.FILTER));
    if (!request.exclude().isEmpty()) {
      query.add(ids(request.exclude()), Occur.MUST_NOT);
    }
    return query.build();
  }
}
