package dev.kindred.engine;

import dev.kindred.engine.RecommendRequest.Seen;
import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.ProductNumbers;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.indexer.generation.Generation;
import dev.kindred.model.Product;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The read path of recommendations: fold the person in, retrieve by factor, sum the signals, make
 * the list diverse. Somebody of whom nothing is known gets what is wanted lately, and in a shop
 * that has learned nothing yet, what is like the product they touched last.
 */
final class RecommendPath {
  private static final int WINDOW = 100;

  private final TasteReader tastes;
  private final Signals signals;
  private final RuleBook rules;
  private final ProductContent contents;
  private final ReviewSignal reviews;

  RecommendPath(
      TasteReader tastes,
      Signals signals,
      RuleBook rules,
      ProductContent contents,
      ReviewSignal reviews) {
    this.tastes = tastes;
    this.signals = signals;
    this.rules = rules;
    this.contents = contents;
    this.reviews = reviews;
  }

  AnswerParts answer(RecommendRequest request, CatalogView view, Optional<Generation> generation) {
    History history = tastes.history(request.audience());
    Optional<Taste> taste =
        request.audience().isNobody()
            ? Optional.empty()
            : generation.flatMap(g -> tastes.taste(request.audience(), history, view, g));
    if (taste.isPresent()) {
      return personal(request, history, view, taste.get());
    }
    return tastes
        .lastLiked(request.audience(), history, view)
        .map(last -> alike(request, history, view, last))
        .orElseGet(() -> trending(request, history, view));
  }

  /** What is like one product and what is wanted lately, by both. */
  private AnswerParts alike(
      RecommendRequest request, History history, CatalogView view, Product last) {
    Retrieval base = retrieval(request, history, view, Set.of(last.id()));
    ProductContent.Described content = contents.described(last);
    return finish(
        request,
        view,
        List.of(
            base.rankedBy(new Ranking.ByPopularity()),
            base.withText(last.title()).counting(List.of())),
        Optional.empty(),
        c -> signals.alike(c, contents.likeness(content, c.product())));
  }

  /** What everybody wants lately. */
  AnswerParts trending(RecommendRequest request, CatalogView view) {
    return trending(request, tastes.history(request.audience()), view);
  }

  private AnswerParts trending(RecommendRequest request, History history, CatalogView view) {
    Retrieval retrieval =
        retrieval(request, history, view, Set.of()).rankedBy(new Ranking.ByPopularity());
    return finish(request, view, List.of(retrieval), Optional.empty(), signals::trending);
  }

  private AnswerParts personal(
      RecommendRequest request, History history, CatalogView view, Taste taste) {
    Retrieval retrieval =
        retrieval(request, history, view, Set.of())
            .withFactor(taste.factor())
            .rankedBy(new Ranking.ByFactor());
    Signals.Liking liking = new Signals.Liking(taste);
    return finish(
        request,
        view,
        List.of(retrieval),
        Optional.of(taste),
        c -> signals.recommendation(c, liking));
  }

  private AnswerParts finish(
      RecommendRequest request,
      CatalogView view,
      List<Retrieval> asked,
      Optional<Taste> taste,
      Function<Candidate, Scored> scoring) {
    Decisions decisions = rules.forRequest("", request.filter(), view);
    Retrieval retrieval = decisions.decide(asked.getFirst(), view);
    Retrieved retrieved = view.retrieve(retrieval);
    List<Candidate> inOrder = retrieved.candidates();
    int head = Math.min(WINDOW, inOrder.size());
    List<Candidate> candidates = new ArrayList<>(inOrder.subList(0, head));
    for (Retrieval other : asked.subList(1, asked.size())) {
      addNew(
          candidates, view.retrieve(decisions.decide(other.window(0, WINDOW), view)).candidates());
    }
    int best = candidates.size();
    addNew(candidates, inOrder.subList(head, inOrder.size()));
    List<Scored> scored =
        decisions.boost(
            candidates.stream().map(scoring).map(reviews::recommendation).toList(), view);
    List<Scored> window = new ArrayList<>(scored.subList(0, best));
    window.sort(Scored.BEST_FIRST);
    Page page = request.page();
    List<Scored> ranked =
        new ArrayList<>(
            Diversifier.diversify(
                window,
                (a, b) -> view.likeness(a.number(), b.number()),
                request.diversity(),
                Math.min(WINDOW, page.depth())));
    ranked.addAll(scored.subList(window.size(), scored.size()));
    List<Scored> pinned = decisions.pin(ranked, retrieval, view);
    return new AnswerParts(retrieved.found(), pinned, retrieved.facets(), taste);
  }

  private static void addNew(List<Candidate> candidates, List<Candidate> more) {
    if (more.isEmpty()) {
      return;
    }
    Set<Integer> there = candidates.stream().map(Candidate::number).collect(Collectors.toSet());
    more.stream().filter(c -> !there.contains(c.number())).forEach(candidates::add);
  }

  /**
   * @param but ids of products that are left out besides those that the request leaves out
   */
  private Retrieval retrieval(
      RecommendRequest request, History history, CatalogView view, Set<String> but) {
    Page page = request.page();
    Audience audience = request.audience();
    Set<String> excluded = new HashSet<>(audience.notItems());
    excluded.addAll(but);
    if (request.seen() != Seen.SHOWN) {
      excluded.addAll(audience.items());
    }
    ProductNumbers seen =
        switch (request.seen()) {
          case SHOWN -> ProductNumbers.NONE;
          case LEFT_OUT -> history.seen();
          case LEFT_OUT_UNLESS_BOUGHT_AGAIN -> history.seenBut(view.boughtAgain());
        };
    return Retrieval.all(0)
        .withFilter(request.filter())
        .without(excluded)
        .withoutNumbers(seen)
        .counting(request.facets())
        .window(0, Math.max(WINDOW, page.depth()));
  }
}
