package dev.kindred.engine;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.indexer.generation.Generation;
import dev.kindred.model.Product;
import dev.kindred.model.filter.Filter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The read paths of related products: similar ones, which could be bought instead, and ones bought
 * together, which are bought as well.
 */
final class RelatedPaths {
  private static final int WINDOW = 100;
  private static final double CONTENT = 0.6;
  private static final double BEHAVIOUR = 0.4;
  private static final double REVIEWS = 0.5;

  private final ProductContent contents;
  private final RankingWeights weights;

  RelatedPaths(ProductContent contents, RankingWeights weights) {
    this.contents = contents;
    this.weights = weights;
  }

  /**
   * Substitutes: candidates by words of the title and by factor, scored by likeness of content and
   * of behaviour, and by how alike people speak of both. A product's own variants are left out.
   */
  AnswerParts similar(RelatedRequest request, CatalogView view, Product product) {
    Retrieval base = retrieval(request, product, Set.of());
    Optional<float[]> factor = view.factor(product.id());
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    Retrieval byWords = base.withText(product.title()).counting(List.of());
    Retrieved worded = view.retrieve(factor.map(byWords::withFactor).orElse(byWords));
    worded.candidates().forEach(c -> candidates.put(c.id(), c));
    Retrieved all =
        view.retrieve(
            factor
                .map(f -> base.withFactor(f).rankedBy(new Ranking.ByCosine()))
                .orElse(base.window(0, 0)));
    all.candidates().forEach(c -> candidates.putIfAbsent(c.id(), c));
    ProductContent.Described content = contents.described(product);
    List<Scored> scored = new ArrayList<>();
    for (Candidate candidate : candidates.values()) {
      scored.add(substitute(candidate, content, factor, view.factor(candidate.number())));
    }
    scored.sort(Scored.BEST_FIRST);
    return new AnswerParts(all.found(), scored, all.facets(), Optional.empty())
        .comparedWith(product.id());
  }

  private Scored substitute(
      Candidate candidate,
      ProductContent.Described content,
      Optional<float[]> factor,
      Optional<float[]> other) {
    List<Scored.Part> parts = new ArrayList<>(4);
    parts.add(
        new Scored.Part("content", CONTENT * contents.likeness(content, candidate.product())));
    double spoken = contents.spokenAlike(content, candidate.product());
    if (spoken > 0) {
      parts.add(new Scored.Part(ReviewSignal.NAME, REVIEWS * spoken));
    }
    if (factor.isPresent() && other.isPresent()) {
      double behaviour = Likeness.cosine(factor.get(), other.get());
      parts.add(new Scored.Part("behaviour", BEHAVIOUR * behaviour));
    }
    if (candidate.popularity() > 0) {
      parts.add(
          new Scored.Part(
              "popularity", weights.popularity() / 2 * Math.sqrt(candidate.popularity())));
    }
    return Scored.of(candidate, parts);
  }

  /**
   * Complements: what baskets show, surest first; behind them, where baskets are few, what the same
   * people like.
   */
  AnswerParts boughtTogether(
      RelatedRequest request, CatalogView view, Product product, Optional<Generation> generation) {
    Map<String, Double> sure = new HashMap<>();
    generation
        .map(g -> g.complements(product.id()))
        .orElse(List.of())
        .forEach(c -> sure.put(c.product(), strength(c)));
    List<Scored> scored = new ArrayList<>();
    if (!sure.isEmpty()) {
      Filter among =
          new Filter.OneOf("id", sure.keySet().stream().sorted().map(RelatedPaths::value).toList());
      Retrieval base = retrieval(request, product, Set.of());
      Filter filter = new Filter.And(List.of(among, base.filter().orElseThrow()));
      view.retrieve(base.withFilter(Optional.of(filter)).counting(List.of()))
          .candidates()
          .forEach(c -> scored.add(complement(c, sure.getOrDefault(c.id(), 1.0))));
      scored.sort(Scored.BEST_FIRST);
    }
    Set<String> taken = new HashSet<>(sure.keySet());
    Optional<float[]> factor = view.factor(product.id());
    Retrieval rest = retrieval(request, product, taken);
    Retrieved others =
        view.retrieve(
            factor
                .map(f -> rest.withFactor(f).rankedBy(new Ranking.ByCosine()))
                .orElse(rest.window(0, 0)));
    others.candidates().stream()
        .filter(c -> c.affinity() > 0)
        .forEach(c -> scored.add(sameTaste(c)));
    return new AnswerParts(
        scored.size() + Math.max(0, others.found() - others.candidates().size()),
        scored,
        others.facets(),
        Optional.empty());
  }

  /** Log-likelihood ratio squeezed to 0..1, above every fallback: 1 + r / (r + 100). */
  private static double strength(Generation.Complement complement) {
    double ratio = complement.logLikelihoodRatio();
    return 1 + ratio / (ratio + 100);
  }

  private static Scored complement(Candidate candidate, double strength) {
    return Scored.of(candidate, List.of(new Scored.Part("bought_together", strength)));
  }

  private static Scored sameTaste(Candidate candidate) {
    return Scored.of(candidate, List.of(new Scored.Part("behaviour", candidate.affinity())));
  }

  /** Everything but the product, its variants and what is excluded. */
  private static Retrieval retrieval(
      RelatedRequest request, Product product, Set<String> excluded) {
    Page page = request.page();
    String group = product.variantOf().orElse(product.id());
    Set<String> without = new HashSet<>(excluded);
    without.add(product.id());
    without.add(group);
    return Retrieval.all(0)
        .withFilter(Optional.of(others(request, group)))
        .without(without)
        .counting(request.facets())
        .window(0, Math.max(WINDOW, page.depth()));
  }

  /** The request's filter without the variants of a group. */
  private static Filter others(RelatedRequest request, String group) {
    Filter others = new Filter.Not(new Filter.OneOf("variant_of", List.of(value(group))));
    return request.filter().<Filter>map(f -> new Filter.And(List.of(others, f))).orElse(others);
  }

  private static Filter.Value value(String id) {
    return new Filter.Value.Text(id);
  }
}
