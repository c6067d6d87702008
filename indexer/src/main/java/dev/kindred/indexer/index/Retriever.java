package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.FacetCounts;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.indexer.catalog.Sense;
import dev.kindred.indexer.catalog.Wording;
import dev.kindred.indexer.meaning.TextVectors;
import dev.kindred.model.filter.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;

/** Answers one request from one state of the index: its set, counted, ordered, cut to a page. */
final class Retriever {
  /** How many candidates say which kind of thing is meant. */
  private static final int KIN = 200;

  /** As many as a page's reader re-orders by taste anyway: fewer matches need no second look. */
  private static final int LIKED = 200;

  private final ProductSearcher searcher;
  private final List<LeafReaderContext> leaves;
  private final ServedFactors served;
  private final TextVectors vectors;
  private final Popularity popularity;
  private final Function<String, List<String>> likedAspects;
  private final KnownFields fields;
  private final ResultSets sets;
  private final ProductReader products;

  Retriever(
      ProductSearcher searcher,
      ServedFactors served,
      TextVectors vectors,
      Popularity popularity,
      Function<String, List<String>> likedAspects,
      KnownFields fields,
      ProductReader products) {
    this.searcher = searcher;
    this.leaves = searcher.getLeafContexts();
    this.served = served;
    this.vectors = vectors;
    this.popularity = popularity;
    this.likedAspects = likedAspects;
    this.fields = fields;
    this.sets = new ResultSets(searcher, fields);
    this.products = products;
  }

  /** What a request finds. */
  Retrieved retrieve(Retrieval request) throws IOException {
    Optional<TextQueries.Understood> text = understood(request);
    Optional<Neighbours> near = neighbours(request);
    Optional<Affinity> affinity = affinity(request);
    Matches all = sets.of(request, text, near);
    Set<Integer> exact = text.isPresent() ? exact(request.text().orElseThrow().text()) : Set.of();
    Matches matches = all;
    Optional<Variants> variants = Optional.empty();
    if (request.collapseVariants()) {
      variants =
          Optional.of(
              Variants.of(
                  leaves, all, order(request, near, affinity, exact, all), request.standing()));
      matches = all.only(variants.get().best());
    }
    Matches ranked = variants.isPresent() ? matches : near(request, matches, affinity);
    MatchOrder order = order(request, near, affinity, exact, ranked);
    List<Candidate> candidates = new ArrayList<>();
    int[] page = order.page(ranked.size(), request.offset(), request.limit());
    for (int match : page) {
      int size = variants.isPresent() ? variants.get().size(match) : 1;
      candidates.add(candidate(ranked, match, exact, near, affinity, size));
    }
    List<Candidate> liked = new ArrayList<>();
    for (int match : liked(request, affinity, ranked)) {
      int size = variants.isPresent() ? variants.get().size(match) : 1;
      liked.add(candidate(ranked, match, exact, near, affinity, size));
    }
    SetOf others =
        wider -> {
          Matches set = sets.of(wider, text, near);
          return wider.collapseVariants()
              ? set.only(
                  Variants.of(
                          leaves, set, order(wider, near, affinity, exact, set), wider.standing())
                      .best())
              : set;
        };
    return new Retrieved(
        matches.size(),
        isWorded(request) ? withKinship(candidates, ranked, page, request.sense()) : candidates,
        liked,
        all.best(),
        facets(request, matches, others),
        text.map(TextQueries.Understood::relaxed).orElse(List.of()));
  }

  private Optional<TextQueries.Understood> understood(Retrieval request) throws IOException {
    Optional<Wording> wording = request.text().filter(t -> !t.isBlank());
    return wording.isEmpty() ? Optional.empty() : Optional.of(searcher.understood(wording.get()));
  }

  private Optional<Neighbours> neighbours(Retrieval request) throws IOException {
    if (request.sense().isEmpty()) {
      return Optional.empty();
    }
    Sense sense = request.sense().get();
    return Optional.of(new Neighbours(sense.fusion(), searcher.cosines(vectors, sense.vector())));
  }

  private static boolean isWorded(Retrieval request) {
    return request.text().filter(t -> !t.isBlank()).isPresent();
  }

  /** The matches among which the best by factor are, if that is the order. */
  private Matches near(Retrieval request, Matches matches, Optional<Affinity> affinity)
      throws IOException {
    boolean byFactor = request.ranking() instanceof Ranking.ByFactor;
    if (!byFactor && !(request.ranking() instanceof Ranking.ByCosine)) {
      return matches;
    }
    int wanted = (int) Math.min((long) request.offset() + request.limit(), matches.size());
    if (byFactor) {
      boolean all = matches.size() == searcher.getIndexReader().numDocs();
      float[] factor = request.factor().orElseThrow();
      Optional<Matches> found = served.nearest(leaves, matches, all, factor, wanted);
      if (found.isPresent()) {
        return found.get();
      }
    }
    int[] few = Shortlist.of(affinity.orElseThrow(), matches.numbers(leaves), wanted);
    return few.length == matches.size() ? matches : matches.only(few);
  }

  /** The documents whose id, code or title the text is. */
  private Set<Integer> exact(String text) throws IOException {
    Optional<Term> term = TextQueries.exact(text);
    Set<Integer> documents = new HashSet<>();
    if (term.isPresent()) {
      for (LeafReaderContext leaf : leaves) {
        PostingsEnum postings = leaf.reader().postings(term.get(), PostingsEnum.NONE);
        while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          documents.add(leaf.docBase + postings.docID());
        }
      }
    }
    return documents;
  }

  private MatchOrder order(
      Retrieval request,
      Optional<Neighbours> near,
      Optional<Affinity> affinity,
      Set<Integer> exact,
      Matches matches)
      throws IOException {
    RankColumns read = new RankColumns(leaves, matches);
    List<Column> columns = new ArrayList<>();
    switch (request.ranking()) {
      case Ranking.ByText byText when near.isPresent() ->
          columns.add(read.fused(near.get(), exact));
      case Ranking.ByText byText when isWorded(request) -> columns.add(read.text(exact));
      case Ranking.ByText byText -> columns.add(read.popularity(popularity));
      case Ranking.ByPopularity byPopularity -> columns.add(read.popularity(popularity));
      case Ranking.ByFactor byFactor -> columns.add(read.affinity(affinity.orElseThrow()));
      case Ranking.ByCosine byCosine -> columns.add(read.affinity(affinity.orElseThrow()));
      case Ranking.BySort bySort -> {
        for (Ranking.SortField sort : bySort.fields()) {
          columns.add(read.field(fields.field(sort.field()), sort));
        }
      }
    }
    return new MatchOrder(columns, new Ids(leaves, matches));
  }

  private Optional<Affinity> affinity(Retrieval request) {
    boolean cosine = request.ranking() instanceof Ranking.ByCosine;
    return request.factor().map(factor -> new Affinity(served.factors(), factor, cosine));
  }

  private Candidate candidate(
      Matches matches,
      int match,
      Set<Integer> exact,
      Optional<Neighbours> near,
      Optional<Affinity> affinity,
      int variants)
      throws IOException {
    int document = matches.doc(match);
    int number = products.number(document);
    float liked = affinity.isPresent() ? affinity.get().of(number) : 0;
    return new Candidate(
        new IndexedEntry(products, document),
        exact.contains(document),
        matches.score(match),
        near.isPresent() ? (float) near.get().share(document) : 0,
        0,
        Float.isNaN(liked) ? 0 : liked,
        popularity.of(number),
        variants);
  }

  /** The matches of a search by text that score highest with its factor, if there are more. */
  private int[] liked(Retrieval request, Optional<Affinity> affinity, Matches matches)
      throws IOException {
    boolean wanted = request.ranking() instanceof Ranking.ByText && isWorded(request);
    if (!wanted || affinity.isEmpty() || matches.size() <= LIKED) {
      return new int[0];
    }
    Column column = new RankColumns(leaves, matches).affinity(affinity.get());
    Ids ids = new Ids(leaves, matches);
    return new MatchOrder(List.of(column), ids).page(matches.size(), 0, LIKED);
  }

  /** Only the first candidates have a kinship, and only to each other. */
  private List<Candidate> withKinship(
      List<Candidate> candidates, Matches matches, int[] page, Optional<Sense> sense)
      throws IOException {
    List<Candidate> first = candidates.subList(0, Math.min(KIN, candidates.size()));
    double best = 0;
    for (Candidate each : first) {
      best = each.exact() ? best : Math.max(best, each.lexical());
    }
    double[] scores = new double[first.size()];
    double highest = 0;
    for (int i = 0; i < scores.length; i++) {
      double text = best > 0 ? Math.min(1, first.get(i).lexical() / best) : 0;
      float meaning = first.get(i).semantic();
      scores[i] = sense.map(s -> s.fusion().score(text, meaning)).orElse(text);
      highest = Math.max(highest, scores[i]);
    }
    int[] documents = new int[scores.length];
    for (int i = 0; i < scores.length; i++) {
      documents[i] = matches.doc(page[i]);
      scores[i] = highest > 0 ? scores[i] / highest : 0;
    }
    float[] kinship = searcher.kinds().kinship(documents, scores);
    List<Candidate> related = new ArrayList<>(candidates);
    for (int i = 0; i < kinship.length; i++) {
      related.set(i, first.get(i).ofKinship(kinship[i]));
    }
    return related;
  }

  /** The set that a request finds. */
  @FunctionalInterface
  private interface SetOf {
    Matches of(Retrieval request) throws IOException;
  }

  private Map<String, FacetCounts> facets(Retrieval request, Matches matches, SetOf others)
      throws IOException {
    Map<String, FacetCounts> facets = new LinkedHashMap<>();
    for (FacetRequest facet : request.facets()) {
      if (facet.field().equals(LikedCounting.FIELD)) {
        facets.put(
            facet.field(), LikedCounting.count(leaves, matches, facet.limit(), likedAspects));
        continue;
      }
      KnownFields.Field field = fields.field(facet.field());
      Optional<Filter> rest =
          facet.multiSelect()
              ? request.filter().flatMap(f -> OwnConditions.without(f, facet.field()))
              : request.filter();
      Matches counted =
          rest.equals(request.filter()) ? matches : others.of(request.withFilter(rest));
      facets.put(facet.field(), new FacetCounting(field).count(leaves, counted, facet));
    }
    return facets;
  }
}
